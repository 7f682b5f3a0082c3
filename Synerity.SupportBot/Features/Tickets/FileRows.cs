using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What the store knows of files that are to be fetched, and what follows when they have been.</summary>
public sealed class FileRows(IRows rows, TicketStore tickets, Ledger ledger, TimeProvider clock)
{
    public static string OrderKey(TicketKey key, string file) => $"file|{key.Number:D10}|{file}";

    /// <summary>There is an order, or the bytes of a file that is on no ticket any more.</summary>
    public async Task<bool> HasWorkAsync(TicketKey key, string file, CancellationToken cancellation) =>
        await OrderAsync(key, file, cancellation) is not null
        || (await TicketFileAsync(key, file, cancellation) is null && await rows.ReadAsync(key.Partition, GoneKey(key, file), cancellation) is null);

    public async Task<TicketFile?> TicketFileAsync(TicketKey key, string file, CancellationToken cancellation) =>
        (await tickets.ReadAsync(key, cancellation))?.Value.Files.FirstOrDefault(one => one.Id == file);

    internal async Task<FileOrder?> OrderAsync(TicketKey key, string file, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, OrderKey(key, file), cancellation) is { } row ? StoredJson.Read<FileOrder>(row.Data) : null;

    /// <summary>A commit needs a row of its own to be recognised by.</summary>
    internal RowWrite Look(string subject) => new RowWrite.Upsert($"file-look|{subject}", StoredJson.Write(clock.GetUtcNow()));

    /// <summary>The bytes are deleted, or there never were any.</summary>
    public Task ForgetAsync(TicketKey key, string file, CancellationToken cancellation) => ledger.CommitAsync(
        key.Partition,
        new Batch([new RowWrite.Delete(OrderKey(key, file)), new RowWrite.Delete($"file-look|{key}.{file}"), new RowWrite.Upsert(GoneKey(key, file), "{}")], []),
        cancellation);

    public Task KeepAsync(TicketKey key, string file, string name, string type, long size, CancellationToken cancellation) => StepAsync(
        key,
        file,
        ticket => ticket.KeepFile(file, name, type, size, clock.GetUtcNow()),
        (done, _) =>
        [
            new Send(new ToChannel(DeskCard.Channel, DeskCard.Of(key)), FileNews.KeptOf(key, file)),
            .. done.Ticket.Assignee is { } technician ? [new Send(new ToPerson(technician), FileNews.KeptOf(key, file))] : Array.Empty<Effect>(),
        ],
        cancellation);

    /// <param name="why"><c>size</c>, <c>type</c> or <c>away</c>.</param>
    public Task RefuseAsync(TicketKey key, string file, string why, CancellationToken cancellation) => StepAsync(
        key,
        file,
        ticket => ticket.RefuseFile(file, clock.GetUtcNow()),
        (_, refused) => [new Send(new ToPerson(refused.By), FileNews.RefusedOf(key, refused, why))],
        cancellation);

    internal Task AgainAsync(TicketKey key, string file, FileOrder order, CancellationToken cancellation) => ledger.CommitAsync(
        key.Partition,
        new Batch([FileFetcher.Order(key, file, order)], [FileFetcher.WakeOf(key, file, clock.GetUtcNow().AddMinutes(order.Attempts * order.Attempts))]),
        cancellation);

    private async Task StepAsync(
        TicketKey key, string file, Func<Ticket, Step> step, Func<Step.Done, TicketFile, IEnumerable<Effect>> told, CancellationToken cancellation)
    {
        await ledger.DecideAsync(
            key.Partition,
            async () => await tickets.ReadAsync(key, cancellation) is { } stored && stored.Value.Files.FirstOrDefault(one => one.Id == file) is { } before && step(stored.Value) is Step.Done done
                ? new Batch(
                    [.. TicketStore.Replace(stored, done), new RowWrite.Delete(OrderKey(key, file)), new RowWrite.Delete($"file-look|{key}.{file}")],
                    [.. told(done, before), .. LiveCards.Of(done.Ticket)])
                : null,
            cancellation);
    }

    private static string GoneKey(TicketKey key, string file) => $"file-gone|{key.Number:D10}|{file}";
}
