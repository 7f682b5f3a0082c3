using System.Globalization;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Tells technicians who added what, with the picture and a link that opens it for a while; thanks whoever sent it, and says why something was
/// not taken.
/// </summary>
public sealed class FileNews(TicketStore tickets, AddressBook people, FileLinks links, IOptions<FilesOptions> options) : ICardSource
{
    private const string SourceKind = "file";

    public string Kind => SourceKind;

    public static Content KeptOf(TicketKey key, string file) => new(SourceKind, key.ToString(), $"kept|{file}");

    public static Content RefusedOf(TicketKey key, TicketFile file, string why) => new(SourceKind, key.ToString(), $"refused|{why}|{file.Name}");

    public static Content ReceiptOf(TicketKey key, Entry entry, IReadOnlyList<SentFile> files) => new(
        SourceKind, key.ToString(), string.Create(CultureInfo.InvariantCulture, $"receipt|{entry.Number}|{(files.All(file => file.FromConnector) ? files.Count : files.Count == 1 ? 0 : files.Count)}"));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var (key, detail, reader) = (TicketKey.Parse(content.Subject), content.Detail!.Split('|', 3), recipient.Reader);
        if (await tickets.ReadAsync(key, cancellation) is not { Value: var ticket }) return null;
        if (detail[0] == "refused")
        {
            var name = detail[2].Length > 0 ? Text.Same(detail[2]) : Formats.Sentence(FileTexts.APicture);
            return new Rendered(FileTexts.Refused(detail[1], name, key, options.Value.MostMegabytes).In(reader.Tongue), Ticket: content.Subject);
        }

        if (detail[0] == "receipt") return Receipt(key, int.Parse(detail[1], CultureInfo.InvariantCulture), int.Parse(detail[2], CultureInfo.InvariantCulture), reader);
        if (ticket.Files.FirstOrDefault(one => one.Id == detail[1]) is not { Type: not null } file) return null;
        var by = TicketView.NameOf(await people.FindAsync(file.By, cancellation), TicketTexts.Somebody);
        return For(key, file, by, await links.OfAsync(key, file, cancellation), reader);
    }

    internal static Rendered For(TicketKey key, TicketFile file, Text by, Uri? link, Reader reader)
    {
        var tongue = reader.Tongue;
        var name = file.Name.Length > 0 ? Text.Same(file.Name) : FileTexts.APicture;
        var words = FileTexts.AddedOn(by, name + Text.Same(" (") + Formats.Bytes(file.Size) + Text.Same(")"), key).In(tongue);
        var body = new List<Element> { Literal.Block(words, weight: TextWeight.Bolder) };
        if (link is null) body.Add(new TextBlock(FileTexts.CannotOpen.In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        else if (FileTypes.IsPicture(file.Type)) body.Add(new Image(link.AbsoluteUri, name.In(tongue)));
        var answer = Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(key.ToString()), tongue);
        CardAction[] actions = link is null ? [answer] : [new OpenUrl(FileTexts.Open.In(tongue), link.AbsoluteUri), answer];
        return new Rendered(words, new AdaptiveCard(body, actions, reader.Lang()), Alert: true, Ticket: key.ToString());
    }

    /// <param name="pictures">How many pictures; 0: one file that is none.</param>
    private static Rendered Receipt(TicketKey key, int entry, int pictures, Reader reader)
    {
        var words = (pictures == 0 ? FileTexts.ThanksForFile(key) : FileTexts.ThanksOn(pictures, key)).In(reader.Tongue);
        var back = Button.For<TakeBackFiles, TakeBackFiles.Data>(TicketTexts.WrongTicket, new(key.ToString(), entry), reader.Tongue);
        return new Rendered(words, new AdaptiveCard([new TextBlock(words)], [back], reader.Lang()), Ticket: key.ToString());
    }

    /// <summary>How many and what, for both sides' cards; null while there are none.</summary>
    internal static Text? Listed(Ticket ticket)
    {
        if (ticket.Files.Count == 0) return null;
        var named = ticket.Files.TakeLast(3).Select(file => file.Name.Length > 0 ? Text.Same(Shorten.To(40, file.Name)) : FileTexts.APicture);
        return Text.Same($"{ticket.Files.Count} · ") + named.Aggregate((all, next) => all + Text.Same(", ") + next);
    }
}
