using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The person said which ticket the files belong to.</summary>
public sealed class PutFiles(TicketAccess access, WaitingFiles waiting) : ICardAction<PutFiles.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.put-files";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        return await waiting.OfAsync(stored.Value.Key.Customer, turn.Person.Ref, turn.Now, cancellation) is { } kept
            ? FilesOnTicket.Decide(turn, stored, kept.Value.Files, kept.Value.Words, [WaitingFiles.Delete(turn.Person.Ref, kept.Tag)])
            : Reply.Refuse(FileTexts.SendAgain);
    }

    internal static AdaptiveCard Ask(IReadOnlyList<Ticket> open, string? words, Reader reader) => new(
        [new TextBlock(FileTexts.WhichTicket.In(reader.Tongue))],
        [
            .. open.Select(ticket => Button.For<PutFiles, Data>(Text.Same($"{ticket.Key} · {Shorten.To(31, ticket.Title)}"), new(ticket.Key.ToString()), reader.Tongue)),
            Button.Opens<NewTicket, NewTicket.Data>(TicketTexts.NewTicket, new(words), reader.Tongue),
        ],
        reader.Lang());
}
