using System.Globalization;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>Asks for a recording with the program's link; tells technicians of one that came, with who and where; thanks whoever sent it.</summary>
public sealed class RecordingNews(TicketStore tickets, TicketViews views, AddressBook people, RecordingsClock settings) : ICardSource
{
    internal const string Asked = "asked";
    internal const string Added = "added";
    internal const string Receipt = "receipt";
    internal const string Away = "away";
    private const string SourceKind = "recording";

    public string Kind => SourceKind;

    internal static Content Of(string what, TicketKey key, int entry) =>
        new(SourceKind, key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{what}|{entry}"));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var (key, detail) = (TicketKey.Parse(content.Subject), content.Detail!.Split('|'));
        var number = int.Parse(detail[1], CultureInfo.InvariantCulture);
        if (await tickets.ReadAsync(key, cancellation) is not { } stored || await tickets.EntryAsync(key, number, cancellation) is not { Value: var entry }) return null;
        var view = await views.OfAsync(stored.Value, settings.Now, cancellation);
        if (recipient.Person is { } reader && !view.MaySee(reader)) return null;
        var by = entry.By is { } author ? await people.FindAsync(author, cancellation) : null;
        var name = TicketView.NameOf(by, TicketTexts.Somebody);
        var recording = stored.Value.RecordingLinks.FirstOrDefault(one => one.Entry == number);
        return detail[0] switch
        {
            Asked => Request(stored.Value, entry.By is null ? null : name, settings.LinkOf(stored.Value), recipient.Reader),
            Added when recording is not null => Told(view, recording, entry.Words, name, recipient),
            Receipt => Thanks(key, number, recording is not null, recipient.Reader),
            Away => TicketNews.Plain(view, RecordingTexts.TookAway(name, key), recipient.Reader),
            _ => null,
        };
    }

    /// <param name="by">Who wants it; null: the bot suggests it.</param>
    internal static Rendered Request(Ticket ticket, Text? by, Uri? link, Reader reader)
    {
        var words = (by is { } name ? RecordingTexts.WantsToSee(name, ticket.Key) : RecordingTexts.BotSuggests(ticket.Key)).In(reader.Tongue);
        return new Rendered(words, Card(words, link, reader), Alert: by is not null, Ticket: ticket.Key.ToString(), Listens: true);
    }

    internal static AdaptiveCard Card(string words, Uri? link, Reader reader) => new(
        [
            Literal.Block(words, weight: TextWeight.Bolder),
            new TextBlock((link is null ? RecordingTexts.StepsElsewhere : RecordingTexts.Steps).In(reader.Tongue)),
        ],
        link is null ? [] : [new OpenUrl(RecordingTexts.Record.In(reader.Tongue), link.AbsoluteUri)],
        reader.Lang());

    private static Rendered Told(TicketView view, RecordingLink recording, string? written, Text name, Recipient recipient)
    {
        var (key, tongue) = (view.Ticket.Key, recipient.Reader.Tongue);
        var words = RecordingTexts.AddedOn(name, key, new Uri(recording.Link).Host).In(tongue);
        var body = new List<Element> { Literal.Block(words, weight: TextWeight.Bolder) };
        if (written is not null) body.AddRange(Literal.Lines(DeskCard.Shortened(written)));
        CardAction[] actions =
        [
            new OpenUrl(RecordingTexts.OpenIt.In(tongue), recording.Link),
            Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(key.ToString()), tongue),
            Button.For<TakeAwayRecording, TakeAwayRecording.Data>(RecordingTexts.TakeAway, new(key.ToString(), recording.Entry), tongue) with { Mode = ActionMode.Secondary },
        ];
        return new Rendered(words, new AdaptiveCard(body, actions, recipient.Reader.Lang()), Alert: true, Ticket: key.ToString());
    }

    private static Rendered Thanks(TicketKey key, int entry, bool isThere, Reader reader)
    {
        var words = (isThere ? RecordingTexts.ThanksOn(key) : RecordingTexts.TakenAway(key)).In(reader.Tongue);
        CardAction[] actions = isThere ? [Button.For<TakeAwayRecording, TakeAwayRecording.Data>(RecordingTexts.TakeAway, new(key.ToString(), entry), reader.Tongue)] : [];
        return new Rendered(words, new AdaptiveCard([new TextBlock(words)], actions, reader.Lang()), Ticket: key.ToString());
    }
}

/// <summary>The program's link of a ticket, and what time it is.</summary>
public sealed class RecordingsClock(IOptions<RecordingsOptions> options, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Uri? LinkOf(Ticket ticket) => options.Value.LinkFor(ticket.Key.ToString(), ticket.RecorderToken ?? "");
}
