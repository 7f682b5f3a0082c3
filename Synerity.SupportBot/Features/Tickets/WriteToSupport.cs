using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which the customer writes to whoever has the ticket.</summary>
public sealed class WriteForm(TicketAccess access, TicketViews views) : ICardAction<WriteForm.Data>
{
    internal const string Words = "words";
    internal const int MaxWords = 4000;

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.write-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        if (stored.Value.State == TicketState.Closed) return await ReopenForm.AskAsync(turn, stored.Value, "", views, cancellation);
        return Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), FormStamp.Issue(turn.Now), turn.Reader, "", error: null));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string words, Text? error)
    {
        var tongue = reader.Tongue;
        var to = view.Assignee is { } technician ? TicketTexts.WriteTo(Text.Same(technician.FirstName)) : TicketTexts.WriteToSupport;
        var body = new List<Element>
        {
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new InputText(TicketTexts.Message.In(tongue))
            {
                Id = Words, IsMultiline = true, IsRequired = true, MaxLength = MaxWords, Value = words.Length > 0 ? words : null,
                ErrorMessage = TicketTexts.WriteSomething.In(tongue),
            },
        };
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        var send = Button.InDialog<WriteToSupport, WriteToSupport.Data>(
            TicketTexts.Send, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(to, new AdaptiveCard(body, [send], reader.Lang()));
    }
}

/// <summary>The customer's words go on the ticket and to its technician.</summary>
public sealed class WriteToSupport(TicketAccess access, TicketViews views, Forms forms, WordsOnTicket written) : ICardAction<WriteToSupport.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.write";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var (words, stamp) = (inputs[WriteForm.Words], new FormStamp(data.Nonce, data.Day));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(stored.Value.Key.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(SentOn(view));
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(WriteForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, words, TicketTexts.FormTooOld));
        if (words.Length is 0 or > WriteForm.MaxWords)
        {
            return Reply.Ask(WriteForm.For(view, stamp, turn.Reader, words, words.Length == 0 ? TicketTexts.WriteSomething : TicketTexts.TooLong));
        }

        return stored.Value is { State: TicketState.Closed, MergedInto: null }
            ? await ReopenForm.AskAsync(turn, stored.Value, words, views, cancellation)
            : await written.DecideAsync(turn, stored, words, [stamp.Use(turn.Person.Ref, stored.Value.Key.ToString())], cancellation);
    }

    /// <summary>What writing on an open ticket leads to, whichever way the words came; on a solved one, what a follower writes.</summary>
    internal static Change Decide(Turn turn, Stored<Ticket> stored, string words, IReadOnlyList<RowWrite> more)
    {
        var key = stored.Value.Key;
        var done = (Step.Done)(stored.Value.IsOpen ? stored.Value.Write(turn.Person.Ref, words, turn.Now) : stored.Value.Comment(turn.Person.Ref, words, turn.Now));
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), .. more],
            [
                new Send(TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)),
                .. CustomerSide.RequesterHears(done.Ticket, done.Entry),
                .. LiveCards.Of(done.Ticket),
            ],
            new Reply { Told = TicketNews.ReceiptOf(key, done.Entry) }));
    }

    /// <summary>The assigned technician in person; the ticket's thread while nobody has it, or whoever has it cannot be reached.</summary>
    internal static Destination TechnicianOf(Ticket ticket)
    {
        var thread = new ToChannel(DeskCard.Channel, DeskCard.Of(ticket.Key));
        return ticket.Assignee is { } technician ? new ToPerson(technician, Else: thread) : thread;
    }

    internal static Text SentOn(TicketView view) => view.Assignee is { Blocked: null } technician
        ? TicketTexts.SentTo(Text.Same(technician.FirstName), view.Ticket.Key)
        : TicketTexts.SentToSupport(view.Ticket.Key);
}
