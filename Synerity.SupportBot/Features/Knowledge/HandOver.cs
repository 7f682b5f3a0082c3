using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>What goes along when self-help did not do: the question and the article that was tried.</summary>
/// <param name="Title">A suggested title; null: the first line of the question.</param>
/// <param name="Kind">As the form names it; null: a fault.</param>
/// <param name="Description">A suggested text; null: the question as it was asked.</param>
public sealed record HandedOver(string Question, string? Article = null, string? Title = null, string? Kind = null, string? Description = null);

/// <summary>The ticket form in place of an answer that did not help, with everything filled in. Its stamp makes it count once, however often it is drawn.</summary>
public sealed class HandOver : ICardSource
{
    public const string SourceKind = "hand-over";

    public string Kind => SourceKind;

    public static Content Of(FormStamp stamp, HandedOver what) => new(SourceKind, stamp.Nonce, StoredJson.Write(new Detail(stamp.Day, what)));

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var (day, what) = StoredJson.Read<Detail>(content.Detail!);
        var card = TicketForm.For(new FormStamp(content.Subject, day), DraftOf(what), recipient.Reader, inDialog: false);
        return Task.FromResult<Rendered?>(new Rendered(TicketTexts.NewTicket.In(recipient.Reader.Tongue), card));
    }

    internal static TicketDraft DraftOf(HandedOver what) =>
        new(NewTicket.Shortened(what.Description ?? what.Question), what.Kind ?? "fault", Title: what.Title ?? "", Article: what.Article);

    private sealed record Detail(string Day, HandedOver What);
}
