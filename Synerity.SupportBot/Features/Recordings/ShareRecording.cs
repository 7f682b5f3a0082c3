using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary><em>Spela in</em>: the program's link for the ticket in hand.</summary>
public sealed class RecordCommand(MeantTicket meant, RecordingRules rules) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["spela in", "spela in skärmen", "skärminspelning", "inspelning"], ["record", "record my screen", "screen recording", "recording"],
        Help: new("visa vad som händer med en skärminspelning", "show what happens with a screen recording"));

    public static bool IsFor(Caller caller) => caller is CustomerUser;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var user = (CustomerUser)turn.Caller;
        if (!await rules.IncludesAsync(CustomerKey.Parse(user.Customer), turn.Now, cancellation)) return Reply.Say(RecordingTexts.NotIncluded);
        if (!rules.AreTaken) return Reply.Say(RecordingTexts.NoProgram);
        if (await meant.FindAsync(turn, cancellation) is not { } stored) return Reply.Say(RecordingTexts.NoTicket);
        var step = stored.Value.AskForRecording(turn.Person.Ref, Guid.NewGuid().ToString("N"), turn.Now);
        if (step is not Step.Done done) return Reply.Say(RecordingTexts.NoTicket);
        var link = rules.Options.LinkFor(done.Ticket.Key.ToString(), done.Ticket.RecorderToken!);
        return Change.To(done.Ticket.Key.Partition, new Decision(
            TicketStore.Replace(stored, done), [],
            new Reply { Card = RecordingNews.Card(RecordingTexts.ForTicket(done.Ticket.Key).In(turn.Reader.Tongue), link, turn.Reader), Ticket = done.Ticket.Key.ToString() }));
    }
}

/// <summary>
/// A recording's link anywhere in what somebody writes goes on the ticket it is meant for. One that is not taken is answered with why, where it
/// meant to be a recording: one was asked for, or its host has the name of one on the list. Any other link is just part of what was written.
/// </summary>
public sealed class LinkInText(MeantTicket meant, RecordingRules rules) : IFreeText
{
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (!rules.AreTaken || turn is not { Caller: CustomerUser user, IsPersonal: true } || LinkCheck.In(turn.Text) is not { } link) return null;
        var (why, resembles) = (rules.WhyNot(link), LinkCheck.Resembles(link, rules.Options.AllowedHosts));
        var stored = await meant.FindAsync(turn, cancellation);
        if (why is not null && !resembles && stored is not { Value.AwaitsRecording: true }) return null;
        if (!await rules.IncludesAsync(CustomerKey.Parse(user.Customer), turn.Now, cancellation)) return Reply.Say(RecordingTexts.NotIncluded);
        if (why is { } words) return Reply.Say(words);
        if (stored is null) return Reply.Say(RecordingTexts.NoTicket);
        var beside = turn.Text.Trim() == link ? null : NewTicket.Shortened(turn.Text);
        return RecordingRules.Decide(turn, stored, link, beside, []);
    }
}

/// <summary>Which ticket somebody means who names none: the quoted one, the one in hand, the only open one.</summary>
public sealed class MeantTicket(TicketAccess access, CardAddresses messages, TicketLists tickets)
{
    private static readonly TimeSpan InHand = TimeSpan.FromHours(1);

    public async Task<Stored<Ticket>?> FindAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.CardId is { } quoted && await messages.TicketOfAsync(turn.Where.TenantId, turn.Where.ConversationId, quoted, cancellation) is { } of)
        {
            return await access.FindAsync(turn.Caller, of, cancellation);
        }

        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is { Ticket: { } key } focus && turn.Now - focus.At < InHand
            && await access.FindAsync(turn.Caller, key, cancellation) is { Value.State: not TicketState.Closed } stored && CustomerSide.Decides(turn.Caller, stored.Value))
        {
            return stored;
        }

        var customer = CustomerKey.Parse(((CustomerUser)turn.Caller).Customer);
        var open = (await tickets.OfPersonAsync(customer, turn.Person.Ref, TicketFilter.Open, after: null, 10, cancellation)).Tickets;
        var waiting = open.Where(ticket => ticket.AwaitsRecording).ToList();
        return (waiting.Count == 1 ? waiting : [.. open]) is [var only] ? await access.FindAsync(turn.Caller, only.Key, cancellation) : null;
    }
}

/// <summary>The dialog in which a link is put on a ticket.</summary>
public sealed class RecordingForm(TicketAccess access, TicketViews views, RecordingRules rules) : ICardAction<RecordingForm.Data>
{
    internal static readonly WordsAsked Asked = new(RecordingTexts.Link, RecordingTexts.PasteLink, RecordingTexts.PasteLink, OneLine: true);

    public sealed record Data(string Ticket);

    public static string Verb => "recordings.form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        if (!await rules.IncludesAsync(stored.Value.Key.Customer, turn.Now, cancellation)) return Reply.Refuse(RecordingTexts.NotIncluded);
        return Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), FormStamp.Issue(turn.Now), turn.Reader, "", error: null));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string link, Text? error)
    {
        var add = Button.InDialog<AddRecording, AddRecording.Data>(RecordingTexts.Add, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), reader.Tongue);
        return new Dialog(RecordingTexts.Add, WordsForm.For(view, reader, Asked, link, error, add with { Style = ActionStyle.Positive }), "small");
    }
}

/// <summary>A link from the ticket's dialog.</summary>
public sealed class AddRecording(TicketAccess access, TicketViews views, Forms forms, RecordingRules rules) : ICardAction<AddRecording.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "recordings.add";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, link) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), inputs[WordsForm.Words]);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(RecordingTexts.ThanksOn(key));
        if (!rules.AreTaken) return Reply.Refuse(RecordingTexts.NoProgram);
        if (!await rules.IncludesAsync(key.Customer, turn.Now, cancellation)) return Reply.Refuse(RecordingTexts.NotIncluded);
        var fault = stamp.IsValid(turn.Now) ? WordsForm.Fault(link, RecordingForm.Asked) ?? rules.WhyNot(link) : TicketTexts.FormTooOld;
        if (fault is not { } wrong) return RecordingRules.Decide(turn, stored, link, null, [stamp.Use(turn.Person.Ref, key.ToString())]);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return Reply.Ask(RecordingForm.For(view, stamp.IsValid(turn.Now) ? stamp : FormStamp.Issue(turn.Now), turn.Reader, Shorten.Cut(WordsForm.MaxWords, link), wrong));
    }
}
