using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>How an import ended. With an error, nothing was written.</summary>
public sealed record ImportResult(
    IReadOnlyList<ImportError> Errors,
    IReadOnlyList<CustomerKey> Created,
    IReadOnlyList<CustomerKey> Updated,
    IReadOnlyList<CustomerKey> Unchanged);

/// <summary>
/// Takes a customers file: checked as a whole first, then written customer by customer. Run again it changes nothing; run again after an
/// interruption it does the rest. Customers that the file does not name are left alone.
/// </summary>
public sealed class ImportCustomers(CustomerStore store, CalendarCheck? calendar = null)
{
    private const int Attempts = 3;

    private enum Outcome
    {
        Created,
        Updated,
        Unchanged,
    }

    /// <param name="file">UTF-8, with or without a byte order mark.</param>
    /// <exception cref="ConflictException">Others kept changing a customer at the same time; what was written stays, run it again.</exception>
    public async Task<ImportResult> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var (stated, errors) = CustomersFile.Read(file, calendar);
        foreach (var (place, customer) in stated)
        {
            if (await store.ReadAsync(customer.Key, cancellation) is { } ours && !ours.TryRestate(customer, out _)) errors.Add(Older(place, ours));
        }

        if (errors.Count > 0) return new ImportResult(errors, [], [], []);

        var done = new List<(Outcome Outcome, CustomerKey Key)>(stated.Count);
        foreach (var (_, customer) in stated) done.Add((await WriteAsync(customer, cancellation), customer.Key));
        return new ImportResult([], Having(Outcome.Created), Having(Outcome.Updated), Having(Outcome.Unchanged));

        IReadOnlyList<CustomerKey> Having(Outcome outcome) => [.. done.Where(one => one.Outcome == outcome).Select(one => one.Key)];
    }

    private static ImportError Older(string place, Customer ours) => new(
        $"{place}.from",
        $"is before {ours.Agreements[^1].From:O}, when {ours.Key}'s present agreement begins; "
        + "use that date to correct it, or a later one to renew it");

    private async Task<Outcome> WriteAsync(Customer stated, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ours = await store.ReadAsync(stated.Key, cancellation);
            var next = stated;
            if (ours is not null && (!ours.TryRestate(stated, out next) || CustomerRow.Write(next) == CustomerRow.Write(ours)))
            {
                return Outcome.Unchanged;
            }

            try
            {
                await store.SaveAsync(next, cancellation);
                return ours is null ? Outcome.Created : Outcome.Updated;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
            }
        }
    }
}
