using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>
/// The cards that go into somebody's conversation. Who reads them there is not known: people of other organisations, guests, whoever joins
/// later. So a ticket is its key and a way to the reader's own chat with the bot, which answers as far as they may see it. Its title is
/// added only where everybody present may read the ticket anyway: in the person's own chat with the bot, and in the technicians' channel.
/// </summary>
public sealed class InsertedCards(PrivateChat chat, AddressBook channels)
{
    public async Task<AdaptiveCard> ForAsync(Ticket ticket, Turn turn, CancellationToken cancellation) =>
        OfTicket(ticket.Key, await MayReadAsync(turn, cancellation) ? ticket.Title : null, turn.Reader);

    /// <param name="title">Null: it is not for everybody who may come to read the card.</param>
    public AdaptiveCard OfTicket(TicketKey key, string? title, Reader reader)
    {
        var words = title is null ? key.ToString() : $"{key} · {title}";
        return new AdaptiveCard(
            [Literal.Block(words, TextSize.Medium, TextWeight.Bolder), new TextBlock(ComposeTexts.Ticket.In(reader.Tongue)) { IsSubtle = true, Size = TextSize.Small }],
            [new OpenUrl(ComposeTexts.OpenTicket.In(reader.Tongue), chat.LinkTo(key.ToString()))],
            reader.Lang());
    }

    /// <summary>Articles are the same for everybody.</summary>
    public AdaptiveCard OfArticle(Article article) => new(
        [
            Literal.Block(article.Title, TextSize.Medium, TextWeight.Bolder),
            Literal.Block(article.Summary),
            new TextBlock(ComposeTexts.Article.In(article.Tongue)) { IsSubtle = true, Size = TextSize.Small },
        ],
        [new OpenUrl(ComposeTexts.ReadArticle.In(article.Tongue), chat.LinkTo(article.Title))],
        article.Tongue == Tongue.Swedish ? "sv" : "en");

    private async Task<bool> MayReadAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.IsPersonal) return true;
        if (turn is not { Caller: Staff, Where.ConversationType: "channel" }) return false;
        return await channels.ChannelAsync(ToChannel.Tickets, cancellation) is { } tickets
            && tickets.TenantId == turn.Where.TenantId && tickets.ConversationId == turn.Where.ConversationId.Split(';')[0];
    }
}
