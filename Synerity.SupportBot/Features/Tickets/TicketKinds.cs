namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What a ticket is about. Customers choose among the first three, technicians set finer ones. Stored by name: never rename one.</summary>
public enum TicketKind
{
    Fault,
    HowTo,
    Change,

    AccessFault,
    ConfigurationFault,
    VendorFault,
    Training,
    LicenceQuestion,
    FeatureWish,
    ConsultingWish,
}

/// <summary>The kinds as people choose them, and as reports count them.</summary>
public static class TicketKinds
{
    public static IReadOnlyList<TicketKind> Customers { get; } = [TicketKind.Fault, TicketKind.HowTo, TicketKind.Change];

    /// <summary>Which of the customers' three a finer kind belongs to: reports split incidents from questions (agreement row 11).</summary>
    public static TicketKind BroadOf(TicketKind kind) => kind switch
    {
        TicketKind.AccessFault or TicketKind.ConfigurationFault or TicketKind.VendorFault => TicketKind.Fault,
        TicketKind.Training or TicketKind.LicenceQuestion => TicketKind.HowTo,
        TicketKind.FeatureWish or TicketKind.ConsultingWish => TicketKind.Change,
        _ => kind,
    };
}
