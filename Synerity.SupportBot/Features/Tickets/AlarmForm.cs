using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What has been filled in of an alarm so far, and what is wrong with it.</summary>
/// <param name="Ticket">The ticket it is about; null: a new one.</param>
public sealed record AlarmDraft(string What = "", string Phone = "", string? Ticket = null, Text? WhatWrong = null, Text? PhoneWrong = null)
{
    public bool IsFine => WhatWrong is null && PhoneWrong is null;

    public AlarmDraft Checked() => this with
    {
        WhatWrong = What.Length switch { 0 => TicketTexts.WhatMissing, > TicketForm.MaxWhat => TicketTexts.TooLong, _ => null },
        PhoneWrong = Phone.Length > Tickets.Ticket.MaxPhone ? AcuteTexts.PhoneTooLong : null,
    };
}

/// <summary>
/// One field, filled in with what was written, and a number to call. Whose agreement has no acute lane gets the ordinary form, with the worst
/// level chosen. The same in a dialog and in the chat.
/// </summary>
public sealed class AlarmForm(TicketAccess access, AcuteLane lane) : ICardAction<AlarmForm.Data>
{
    public const string Phone = "phone";

    /// <summary>Words that go along with a button.</summary>
    internal const int MostKept = 1500;

    /// <param name="What">What was written, for a written yes, which has no inputs.</param>
    public sealed record Data(string? Ticket = null, string? What = null);

    public static string Verb => "tickets.alarm-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser { HasAgreement: true } user) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        var what = NewTicket.Shortened(inputs[TicketForm.What] is { Length: > 0 } typed ? typed : data.What ?? "");
        var entitled = await lane.IncludesAsync(CustomerKey.Parse(user.Customer), turn.Now, cancellation);
        if (data.Ticket is null)
        {
            return Reply.Ask(entitled
                ? For(new AlarmDraft(what), FormStamp.Issue(turn.Now), turn)
                : TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(what, Impact: "stopped"), turn));
        }

        if (await access.FindAsync(user, data.Ticket, cancellation) is not { Value: var ticket }) return Reply.Refuse(TicketTexts.NotFound);
        if (!CustomerSide.Decides(user, ticket)) return Reply.Refuse(SharingTexts.NotYours(ticket.Key));
        if (!ticket.IsOpen || ticket.IsAcute) return Reply.Refuse(WhyNotTexts.Of(ticket.IsOpen ? Refusal.IsAcuteAlready : ticket.NotOpen, ticket.Key, TicketTexts.ATechnician));
        if (!entitled) return Reply.Refuse(AcuteTexts.NotInAgreement);
        return Reply.Ask(For(new AlarmDraft(what.Length > 0 ? what : ticket.Request.What, Ticket: ticket.Key.ToString()), FormStamp.Issue(turn.Now), turn));
    }

    internal static Dialog For(AlarmDraft draft, FormStamp stamp, Turn turn, Text? first = null) =>
        new(AcuteTexts.Alert, CardFor(draft, stamp, turn.Reader, turn.Surface is Surface.OpenDialog or Surface.SubmitDialog, first));

    internal static AdaptiveCard CardFor(AlarmDraft draft, FormStamp stamp, Reader reader, bool inDialog, Text? first = null)
    {
        var (tongue, body) = (reader.Tongue, new List<Element>());
        if (first is { } words) body.Add(new TextBlock(words.In(tongue)));
        body.Add(new InputText(TicketTexts.What.In(tongue))
        {
            Id = TicketForm.What, Value = draft.What.Length > 0 ? draft.What : null, IsMultiline = true, IsRequired = true, MaxLength = TicketForm.MaxWhat,
            ErrorMessage = TicketTexts.WhatMissing.In(tongue),
        });
        body.AddRange(Wrong(draft.WhatWrong, tongue));
        body.Add(new InputText(AcuteTexts.Phone.In(tongue))
        {
            Id = Phone, Value = draft.Phone.Length > 0 ? draft.Phone : null, MaxLength = Ticket.MaxPhone, Style = InputTextStyle.Tel,
        });
        body.AddRange(Wrong(draft.PhoneWrong, tongue));
        var data = new RaiseAlarm.Data(stamp.Nonce, stamp.Day, draft.Ticket);
        CardAction[] actions = inDialog
            ? [Button.InDialog<RaiseAlarm, RaiseAlarm.Data>(AcuteTexts.Alert, data, tongue) with { Style = ActionStyle.Destructive }]
            :
            [
                Button.For<RaiseAlarm, RaiseAlarm.Data>(AcuteTexts.Alert, data, tongue) with { Style = ActionStyle.Destructive },
                Button.Without<CancelForm, CancelForm.Data>(TicketTexts.Cancel, new(), tongue),
            ];
        return new AdaptiveCard(body, actions, reader.Lang());
    }

    private static IEnumerable<Element> Wrong(Text? error, Tongue tongue)
    {
        if (error is { } wrong) yield return new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small };
    }
}
