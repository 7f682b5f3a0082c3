using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Fel ärende</em> for files: they are taken off again, and their bytes deleted. Only whoever added them, and only for a while.</summary>
public sealed class TakeBackFiles(TicketAccess access, TicketStore tickets) : ICardAction<TakeBackFiles.Data>
{
    private static readonly TimeSpan While = TimeSpan.FromMinutes(30);

    public sealed record Data(string Ticket, int Entry);

    public static string Verb => "tickets.take-back-files";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, key) = (stored.Value, stored.Value.Key);
        var entry = await tickets.EntryAsync(key, data.Entry, cancellation);
        if (entry is null || turn.Now - entry.Value.At > While || ticket.TakeBackFiles(turn.Person.Ref, data.Entry, turn.Now) is not Step.Done done) return Reply.Refuse(FileTexts.TooLateToTakeBack);
        var gone = ticket.Files.Where(file => file.Entry == data.Entry).ToList();
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), TicketStore.Blank(key, entry)],
            [
                .. gone.Select(file => FileFetcher.WakeOf(key, file.Id, turn.Now)),
                .. gone.Any(file => file.Type is not null) || entry.Value.Words is not null ? [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry))] : Array.Empty<Effect>(),
                .. LiveCards.Of(done.Ticket),
            ],
            Reply.Say(FileTexts.TakenBack(key))));
    }
}
