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
        var said = entry.Value.IsInternal ? await AmongColleaguesAsync(view, entry.Value, recipient, cancellation)
            : recipient.Person is { } reader && !view.MaySee(reader) ? null
            : detail[0] != Receipt && SharedNews.For(view, entry.Value, by, recipient) is { } shared ? shared
            : For(view, entry.Value, detail[0] == Receipt, recipient.Reader, by, recipient.Person);
        return said is null ? null : said with { Notice = NoticeKinds.Of(view, entry.Value, recipient) };
    }

    /// <summary>Whoever it is addressed to: what is internal is only ever told in the tenant of the one who wrote it.</summary>
    private async Task<Rendered?> AmongColleaguesAsync(TicketView view, Entry entry, Recipient recipient, CancellationToken cancellation)
    {
        if (entry.By is not { } author || (recipient.Person is { } reader && reader.Ref.TenantId != author.TenantId)) return null;
        var by = await people.FindAsync(author, cancellation);
        var to = entry.To is { } receiver ? await people.FindAsync(receiver, cancellation) : null;
        return ColleagueNews.For(view, entry, NameOf(by), NameOf(to), recipient);
    }

    private static Text NameOf(Person? person) => person is { Name.Length: > 0 } ? Text.Same(person.Name) : TicketTexts.ATechnician;

    /// <summary>Null: what was written has been taken back before it could be told.</summary>
    /// <param name="by">Who did it, who need not be the one the ticket is with or from; null: the bot, or somebody who was erased.</param>
    /// <param name="to">Who reads it; null: the channel.</param>
    private static Rendered? For(TicketView view, Entry entry, bool receipt, Reader reader, Person? by, Person? to) => For(view, entry, receipt, reader, by, to is null, to?.Ref == view.Ticket.Requester);

    /// <param name="asked">It is read by whoever asked, who may say that it is solved.</param>
    private static Rendered? For(TicketView view, Entry entry, bool receipt, Reader reader, Person? by, bool toChannel, bool asked) => entry.Kind switch
    {
        EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Commented when receipt => ReceiptFor(view, reader, entry),
        EntryKind.Answered when entry.Words is { } words => Words(
            view, TicketTexts.AnswersOn(TicketView.NameOf(by, TicketTexts.ATechnician), view.Ticket.Key), words, reader, toChannel,
            [ReplyButton(view, by, reader), .. asked ? [WaitingCard.SolvedButton(view.Ticket.Key, reader.Tongue)] : Array.Empty<CardAction>()]),
        EntryKind.Wrote or EntryKind.Commented or EntryKind.FilesAdded when entry.Words is { } words => Words(
            view, TicketTexts.WritesOn(Author(by), view.Ticket.Key), words, reader, toChannel, DeskActions.Answer(view, reader.Tongue)),
        EntryKind.NotSolved when entry.Words is { } words => Words(
            view, SolutionTexts.SaysNotSolved(Author(by), view.Ticket.Key), words, reader, toChannel, DeskActions.Answer(view, reader.Tongue)),
        EntryKind.Reopened when entry.Words is { } words => Words(
            view, EndingTexts.ReopenedOn(Author(by), view.Ticket.Key), words, reader, toChannel,
            [.. toChannel ? [DeskActions.Take(view, reader.Tongue)] : Array.Empty<CardAction>(), DeskActions.Answer(view, reader.Tongue)]),
        EntryKind.SaidStopped when entry.Words is { } words => Words(
            view, AcuteTexts.SaysStopped(Author(by), view.Ticket.Key), words, reader, toChannel,
            [.. toChannel && view.Ticket.Assignee is null ? [DeskActions.Take(view, reader.Tongue)] : Array.Empty<CardAction>(), DeskActions.Answer(view, reader.Tongue)]),
        EntryKind.CalmedDown => Plain(view, AcuteTexts.SaysCalm(Author(by), view.Ticket.Key), reader),
        EntryKind.Withdrew => Plain(view, EndingTexts.WithdrewOn(Author(by), view.Ticket.Key), reader),
        EntryKind.FollowUpDue when view.Ticket.AtVendor is not null => Words(
            view, VendorTexts.FollowUpNow(view.Ticket.Key), view.Ticket.Title, reader, toChannel,
            DeskActions.Answer(view, reader.Tongue), DeskActions.AtVendor(view, reader.Tongue)),
        EntryKind.UpdateDue when view.Ticket is { IsOpen: true, NextUpdate: { Reminded: true, At: var at } } => Words(
            view, NextUpdateTexts.DueNow(view.RequesterName, view.Ticket.Key, Formats.Moment(at, view.Now, reader.Zone)), view.Ticket.Title, reader, toChannel,
            DeskActions.Answer(view, reader.Tongue), DeskActions.NextUpdate(view, reader.Tongue)),
        EntryKind.MergedInto when entry.Other is { } into => MergedNews(view, into, reader),
        EntryKind.Absorbed when entry.Other is { } merged => Plain(view, MergeTexts.ToldColleague(TicketView.NameOf(by, TicketTexts.ATechnician), merged, view.Ticket.Key), reader),
        EntryKind.SaidSolved => Plain(view, WaitingTexts.SaysSolved(Author(by), view.Ticket.Key), reader),
        EntryKind.Accepted => Plain(view, SolutionTexts.SaysItWorks(Author(by), view.Ticket.Key), reader),
        EntryKind.TookBack => Plain(view, TicketTexts.TookBackOn(Author(by), view.Ticket.Key), reader),
        EntryKind.FilesTakenBack => Plain(view, FileTexts.TookBackOn(Author(by), view.Ticket.Key), reader),
        EntryKind.RemindedSupport => RemindSupport.News(view, by, reader, toChannel),
        EntryKind.Warned or EntryKind.PromiseMissed => Warning(view, entry, reader, toChannel),
        _ => null,
    };

    private static Content Of(TicketKey key, string what, Entry entry) =>
        new(SourceKind, key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{what}|{entry.Number}"));

    private static Rendered ReceiptFor(TicketView view, Reader reader, Entry entry)
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

    /// <summary>For whoever asked: where it goes on.</summary>
    private static Rendered MergedNews(TicketView view, string into, Reader reader)
    {
        var words = MergeTexts.ToldCustomer(view.Ticket.Key, into).In(reader.Tongue);
        return new Rendered(
            words,
            new AdaptiveCard([Literal.Block(words), Literal.Block(view.Ticket.Title, TextSize.Small, subtle: true)], [Button.Says(MergeTexts.Show(into), Text.Same(into), reader.Tongue)], reader.Lang()),
            Alert: true,
            Ticket: into);
    }

    internal static Text Author(Person? by) => TicketView.NameOf(by, TicketTexts.Somebody);

    internal static Rendered Words(TicketView view, Text who, string words, Reader reader, bool toChannel, params IReadOnlyList<CardAction> buttons)
    {
        var said = Shorten.To(MostInSummary, words);
        return new Rendered(
            $"{who.In(reader.Tongue)} \"{said}\"",
            new AdaptiveCard(
                [.. AcuteBadge.Of(view.Ticket, reader.Tongue), Literal.Block(who.In(reader.Tongue), weight: TextWeight.Bolder), .. Literal.Lines(words), .. WhyHere(view, reader, toChannel)], buttons, reader.Lang()),
            Alert: true,
            Ticket: view.Ticket.Key.ToString());
    }

    internal static Rendered Plain(TicketView view, Text words, Reader reader) => new(words.In(reader.Tongue), Ticket: view.Ticket.Key.ToString());

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
        CardAction[] actions = (toChannel, view.Ticket.Assignee) switch
        {
            (true, null) => [DeskActions.Take(view, reader.Tongue), DeskActions.Answer(view, reader.Tongue)],
            (true, _) => [DeskActions.Answer(view, reader.Tongue)],
            _ => [DeskActions.Answer(view, reader.Tongue), DeskActions.HandOver(view, reader.Tongue)],
        };
        var card = new AdaptiveCard(
            [.. AcuteBadge.Of(view.Ticket, reader.Tongue), Literal.Block(words.In(reader.Tongue), weight: TextWeight.Bolder), Literal.Block(view.Ticket.Title), .. WhyHere(view, reader, toChannel)], actions, reader.Lang());
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
}
