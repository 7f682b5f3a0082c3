using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What happened on a ticket, told to whoever must know: each message states one entry of the timeline.</summary>
public sealed class TicketNews(TicketStore tickets, TicketViews views, AddressBook people, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "news";
    private const string Receipt = "receipt";
    private const string Told = "told";
    private const int MostInSummary = 120;

    public string Kind => SourceKind;

    /// <summary>For the other side.</summary>
    public static Content Of(TicketKey key, Entry entry) => Of(key, Told, entry);

    /// <summary>For the customer who wrote it, with a way to take it back.</summary>
    public static Content ReceiptOf(TicketKey key, Entry entry) => Of(key, Receipt, entry);

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(content.Subject);
        var detail = content.Detail!.Split('|');
        if (await tickets.ReadAsync(key, cancellation) is not { } stored) return null;
        if (await tickets.EntryAsync(key, int.Parse(detail[1], CultureInfo.InvariantCulture), cancellation) is not { } entry) return null;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        var by = entry.Value.By is { } author ? await people.FindAsync(author, cancellation) : null;
        return For(view, entry.Value, detail[0] == Receipt, recipient.Reader, by, toChannel: recipient.Person is null);
    }

    /// <summary>Null: what was written has been taken back before it could be told.</summary>
    /// <param name="by">Who did it, who need not be the one the ticket is with or from; null: the bot, or somebody who was erased.</param>
    internal static Rendered? For(TicketView view, Entry entry, bool receipt, Reader reader, Person? by, bool toChannel) => entry.Kind switch
    {
        EntryKind.Wrote when receipt => ReceiptFor(view, entry, reader),
        EntryKind.Answered when entry.Words is { } words => Words(
            view, TicketTexts.AnswersOn(TicketView.NameOf(by, TicketTexts.ATechnician), view.Ticket.Key), words, reader, toChannel, ReplyButton(view, by, reader)),
        EntryKind.Wrote when entry.Words is { } words => Words(
            view, TicketTexts.WritesOn(TicketView.NameOf(by, TicketTexts.Somebody), view.Ticket.Key), words, reader, toChannel, AnswerButton(view, reader)),
        EntryKind.TookBack => Plain(view, TicketTexts.TookBackOn(TicketView.NameOf(by, TicketTexts.Somebody), view.Ticket.Key), reader),
        EntryKind.Warned or EntryKind.PromiseMissed => Warning(view, entry, reader, toChannel),
        _ => null,
    };

    private static Content Of(TicketKey key, string what, Entry entry) =>
        new(SourceKind, key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{what}|{entry.Number}"));

    private static Rendered ReceiptFor(TicketView view, Entry entry, Reader reader)
    {
        var words = WriteToSupport.SentOn(view).In(reader.Tongue);
        return new Rendered(
            words,
            new AdaptiveCard(
                [Literal.Block(words)],
                [Button.For<TakeBack, TakeBack.Data>(TicketTexts.WrongTicket, new(view.Ticket.Key.ToString(), entry.Number), reader.Tongue)],
                reader.Lang()),
            Ticket: view.Ticket.Key.ToString());
    }

    private static Rendered Words(TicketView view, Text who, string words, Reader reader, bool toChannel, CardAction button)
    {
        var said = Shorten.To(MostInSummary, words);
        return new Rendered(
            $"{who.In(reader.Tongue)} \"{said}\"",
            new AdaptiveCard(
                [Literal.Block(who.In(reader.Tongue), weight: TextWeight.Bolder), .. Literal.Lines(words), .. WhyHere(view, reader, toChannel)], [button], reader.Lang()),
            Alert: true,
            Ticket: view.Ticket.Key.ToString());
    }

    private static Rendered Plain(TicketView view, Text words, Reader reader) => new(words.In(reader.Tongue), Ticket: view.Ticket.Key.ToString());

    private static Rendered? Warning(TicketView view, Entry entry, Reader reader, bool toChannel)
    {
        if (view.Ticket.Answered is not null || view.Standing.DueAt is not { } at) return null;
        var (key, due, missed) = (view.Ticket.Key, Formats.Moment(at, view.Now, reader.Zone), entry.Kind == EntryKind.PromiseMissed);
        var words = (toChannel, missed) switch
        {
            (false, false) => TicketTexts.WarnYou(key, due),
            (false, true) => TicketTexts.MissedYou(key, due),
            (true, false) when view.Ticket.Assignee is not null => HelpOutTexts.Due(view.AssigneeName, key, view.Tier, due),
            (true, true) when view.Ticket.Assignee is not null => HelpOutTexts.Missed(view.AssigneeName, key, view.Tier, due),
            (true, false) => TicketTexts.WarnChannel(key, view.Tier, due),
            (true, true) => TicketTexts.MissedChannel(key, view.Tier, due),
        };
        CardAction[] actions = toChannel && view.Ticket.Assignee is null
            ? [Button.For<TakeTicket, TakeTicket.Data>(TicketTexts.Take, new(key.ToString()), reader.Tongue), AnswerButton(view, reader)]
            : [AnswerButton(view, reader)];
        var card = new AdaptiveCard(
            [Literal.Block(words.In(reader.Tongue), weight: TextWeight.Bolder), Literal.Block(view.Ticket.Title), .. WhyHere(view, reader, toChannel)], actions, reader.Lang());
        return new Rendered(words.In(reader.Tongue), card, Alert: true, Ticket: key.ToString());
    }

    /// <summary>Said in the thread when it should have come to the technician in person.</summary>
    private static IEnumerable<Element> WhyHere(TicketView view, Reader reader, bool toChannel)
    {
        if (!toChannel || view.Assignee is not { Blocked: not null }) yield break;
        yield return Literal.Block(HelpOutTexts.NotReached(view.AssigneeName).In(reader.Tongue), TextSize.Small, subtle: true);
    }

    /// <summary>What the customer writes goes to whoever has the ticket, so that is whom the button names.</summary>
    private static Submit ReplyButton(TicketView view, Person? by, Reader reader)
    {
        var title = view.Assignee is not { } technician ? TicketTexts.AnswerTo(TicketTexts.Support)
            : technician.Ref == by?.Ref ? TicketTexts.AnswerTo(Text.Same(technician.FirstName))
            : TicketTexts.WriteTo(Text.Same(technician.FirstName));
        return Button.Opens<WriteForm, WriteForm.Data>(title, new(view.Ticket.Key.ToString()), reader.Tongue);
    }

    private static Submit AnswerButton(TicketView view, Reader reader) =>
        Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(view.Ticket.Key.ToString()), reader.Tongue);
}
