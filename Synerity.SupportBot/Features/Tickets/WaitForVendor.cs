using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which a technician says that monday.com has the ball, and when that is followed up.</summary>
public sealed class WaitForVendorForm(TicketAccess access, TicketViews views) : ICardAction<WaitForVendorForm.Data>
{
    internal const string Day = "day";

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.wait-for-vendor-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return stored.Value.IsOpen
            ? Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, ""))
            : Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, stored.Value.Key, view.AssigneeName));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string day, Text? error = null, Text? first = null)
    {
        var tongue = reader.Tongue;
        var date = new InputDate(VendorTexts.FollowUp.In(tongue))
        {
            Id = Day, Value = day.Length > 0 ? day : null, Min = FormFields.DateOf(Formats.DateIn(view.Now, reader.Zone).AddDays(1)),
        };
        var wait = Button.InDialog<WaitForVendor, WaitForVendor.Data>(
            VendorTexts.Wait, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(
            VendorTexts.Wait,
            new AdaptiveCard(
                [
                    FormFields.Heading(view),
                    .. FormFields.First(first, tongue),
                    .. FormFields.With(date, error is { } wrong ? new Dictionary<string, Text> { [Day] = wrong } : null, tongue),
                    new TextBlock(VendorTexts.FollowUpHint.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
                ],
                [wait], reader.Lang()),
            "small");
    }
}

/// <summary>monday.com has the ball: the customer's card says so, and a technician is reminded at the opening of the chosen day.</summary>
public sealed class WaitForVendor(TicketAccess access, TicketViews views, Forms forms, TicketTimes times) : ICardAction<WaitForVendor.Data>
{
    private const int MostDays = 366;

    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.wait-for-vendor";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, day, me) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), inputs[WaitForVendorForm.Day], staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(VendorTexts.WaitsNow(key));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (!stored.Value.IsOpen) return Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, key, view.AssigneeName));
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(WaitForVendorForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, day, first: TicketTexts.FormTooOld));
        if (!TryFollowUp(stored.Value, day, turn, out var at)) return Reply.Ask(WaitForVendorForm.For(view, stamp, turn.Reader, day, VendorTexts.FollowUpWrong));
        var done = (Step.Done)stored.Value.WaitForVendor(me, at, turn.Now);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(me, key.ToString())],
            [.. LiveCards.Of(done.Ticket), .. times.WakesOf(done.Ticket)],
            Reply.Say(VendorTexts.WaitsNow(key))));
    }

    /// <summary>The opening of the chosen day, or the next one where it is closed then; null where none was chosen. False: not a day to choose.</summary>
    private bool TryFollowUp(Ticket ticket, string day, Turn turn, out DateTimeOffset? at)
    {
        at = null;
        if (day.Length == 0) return true;
        var today = Formats.DateIn(turn.Now, turn.Reader.Zone);
        if (FormFields.DateIn(day) is not { } date || date <= today || date > today.AddDays(MostDays)) return false;
        at = times.OpeningFrom(ticket, date);
        return true;
    }
}
