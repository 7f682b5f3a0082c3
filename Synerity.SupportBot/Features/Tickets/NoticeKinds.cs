using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What staff are told, by kinds that each may mute. Alarms are none of these: nobody mutes them. Stored: never rename one.</summary>
public static class NoticeKinds
{
    /// <summary>What customers write and decide.</summary>
    public const string Customers = "customers";

    /// <summary>Promises that are about to be broken, or are.</summary>
    public const string Warnings = "warnings";

    /// <summary>Notes, and tickets that go from hand to hand.</summary>
    public const string Colleagues = "colleagues";

    /// <summary>The morning's list.</summary>
    public const string Morning = "morning";

    public static IReadOnlyList<string> All { get; } = [Customers, Warnings, Colleagues, Morning];

    /// <summary>
    /// The notice that an entry is to the provider's people, who hear nothing outside opening hours; null for the customer's. Whoever has taken
    /// an alarm is at it, and hears of that ticket at any hour.
    /// </summary>
    internal static Notice? Of(TicketView view, Entry entry, Recipient recipient)
    {
        if (recipient.Person is { } person && (person.Ref.TenantId == view.Ticket.Requester.TenantId || view.Shared.IsOfCustomer(person))) return null;
        var kind = entry switch
        {
            { Kind: EntryKind.Warned or EntryKind.PromiseMissed } => Warnings,
            { IsInternal: true } => Colleagues,
            _ => Customers,
        };
        return new Notice(kind, view.Ticket is { IsAcute: true, IsAlarmOut: false } ? null : view.Opens);
    }
}
