using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Benchmarks;

/// <summary>
/// How long the lists, the search and a status answer take on SQLite, from ten thousand tickets to a million: one customer has a tenth of them, the
/// others share the rest. Each figure is a whole handler, its card included; percentiles need every single time, so these are plain wall-clock times.
/// </summary>
internal sealed class TicketTimings : IDisposable
{
    private const string Tenant = "5ea3c9f4-71d8-4b26-8f3e-a0c5d7e9b164";
    private const int Rounds = 300;
    private const int People = 50;
    private static readonly string[] Words = [.. Made()];

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    private readonly string _folder = Directory.CreateTempSubdirectory("supportbot-bench-").FullName;
    private readonly ServiceProvider _services;
    private readonly Random _random = new(20261125);
    private readonly Staff _technician = new(Somebody("anna"), StaffRoles.Technician);

    private TicketTimings()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<SqliteRows>(_ => new SqliteRows(Path.Combine(_folder, "bot.db")));
        services.AddSingleton<IRows>(provider => provider.GetRequiredService<SqliteRows>());
        services.AddSingleton<IRowSearch>(provider => provider.GetRequiredService<SqliteRows>());
        services.AddSingleton(TimeProvider.System);
        services.AddOutbox().AddBot().AddAgreements().AddSla().AddDesk().AddTickets();
        _services = services.BuildServiceProvider();
    }

    public static async Task AllAsync(int most, TextWriter output)
    {
        using var timings = new TicketTimings();
        foreach (var tickets in Sizes.Where(size => size <= most)) await timings.SizeAsync(tickets, output);
    }

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SizeAsync(int tickets, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        await FillAsync(tickets);
        var bytes = Directory.GetFiles(_folder).Sum(file => new FileInfo(file).Length);
        output.WriteLine($"{tickets} tickets in {Customers(tickets) + 1} customers, {tickets / 10} in the largest: filled in {watch.Elapsed.TotalSeconds:F0} s, {bytes / 1_000_000} MB");
        var (queue, list, status, search) = (Get<ShowQueue>(), Get<ListTickets>(), Get<StatusAnswer>(), Get<TicketSearch>());
        await MeasureAsync("kö", output, _ => queue.ShowAsync(TurnOf(_technician), _technician, new(), default));
        await MeasureAsync("otagna", output, _ => queue.ShowAsync(TurnOf(_technician), _technician, new(ShowQueue.Untaken), default));
        await MeasureAsync("kö for the largest customer", output, _ => queue.ShowAsync(TurnOf(_technician), _technician, new("BIG"), default));
        await MeasureAsync("mina ärenden", output, i => list.ShowAsync(TurnOf(User("BIG", i, contact: false)), new(), default));
        await MeasureAsync("a contact's closed tickets", output, i => list.ShowAsync(TurnOf(User("BIG", i, contact: true)), new(Closed: true, All: true), default));
        await MeasureAsync("status", output, i => status.OfAsync(TurnOf(User("BIG", i, contact: true)), $"BIG-{_random.Next(1, tickets / 10)}", default));
        await MeasureAsync("search by staff, two words", output, _ => search.FindAsync(_technician, $"{Word()} {Word()}", 0, 10, default));
        await MeasureAsync("search by staff, a word and a state", output, _ => search.FindAsync(_technician, $"öppna {Word()}", 0, 10, default));
        await MeasureAsync("search by a contact", output, i => search.FindAsync(User("BIG", i, contact: true), $"{Beginning()} {Word()}", 0, 10, default));
        await MeasureAsync("search by a user", output, i => search.FindAsync(User("BIG", i, contact: false), Word(), 0, 10, default));
        GC.Collect();
        output.WriteLine($"  memory: {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB of objects, {Environment.WorkingSet / 1_000_000} MB in all");
    }

    /// <summary>What is there already stays: sizes grow.</summary>
    private async Task FillAsync(int tickets)
    {
        var customers = Customers(tickets);
        await CustomerAsync("BIG", tickets / 10);
        await Parallel.ForEachAsync(Enumerable.Range(0, customers), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            await CustomerAsync($"K{i.ToString("D4", CultureInfo.InvariantCulture)}", tickets / 10 * 9 / customers));
    }

    private static int Customers(int tickets) => tickets / 1000;

    private async Task CustomerAsync(string name, int tickets)
    {
        var (rows, key) = (Get<IRows>(), CustomerKey.Parse(name));
        var partition = CustomerStore.Partition(key);
        if (await Get<CustomerStore>().ReadAsync(key, default) is null) await Get<CustomerStore>().SaveAsync(new Customer(key, $"Kund {name}", [new Agreement(Tier.Silver)]), default);
        var first = long.Parse((await rows.ReadAsync(partition, "bench", default))?.Data ?? "1", CultureInfo.InvariantCulture);
        for (var number = first; number <= tickets; number += 8)
        {
            var batch = Enumerable.Range(0, 8).SelectMany(i => Ticket(new TicketKey(key, number + i))).ToList();
            await rows.CommitAsync(partition, [.. batch, new RowWrite.Upsert("bench", (number + 8).ToString(CultureInfo.InvariantCulture))], default);
        }
    }

    /// <summary>One in twenty is open.</summary>
    private IReadOnlyList<RowWrite> Ticket(TicketKey key)
    {
        var at = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(key.Number % 400_000);
        var user = User(key.Customer.Value, (int)(key.Number % People), contact: false).Person.Ref;
        var what = string.Join(' ', Enumerable.Range(0, 12).Select(i => Words[Often((key.Number * (i + 7) * 2654435761 + i) % 1_000_003 / 1_000_003.0)])) + $" nummer{key.Number % 5000}";
        var opened = (Step.Done)Features.Tickets.Ticket.Open(key, user, new Promise(Tier.Silver, TimeSpan.FromHours(8)), new TicketRequest(what, TicketKind.Fault, Impact.CanWork), at, at.AddHours(8));
        if (key.Number % 20 == 0) return TicketStore.Insert(opened);
        var closed = (Step.Done)opened.Ticket.Withdraw(user, at.AddHours(1));
        return TicketStore.Insert(new Step.Done(closed.Ticket, opened.Entry));
    }

    private async Task MeasureAsync<T>(string what, TextWriter output, Func<int, Task<T>> ask)
    {
        for (var i = 0; i < 20; i++) await ask(i);
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(i % People);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"  {what}: p50 {times[Rounds / 2]:F2} ms, p99 {times[Rounds * 99 / 100]:F2} ms, longest {times[^1]:F2} ms");
    }

    /// <summary>Four thousand words of three to eleven letters; the first are used far more often than the last, as in any language.</summary>
    private static IEnumerable<string> Made()
    {
        var random = new Random(4);
        return Enumerable.Range(0, 4000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => "aeiounrtslkdmvgbpåäö"[random.Next(20)])));
    }

    private static int Often(double share) => (int)(Math.Pow(share, 3) * Words.Length);

    private string Beginning() => Word() is var word && word.Length > 4 ? word[..4] : word;

    private string Word() => Words[Often(_random.NextDouble())];

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static Turn TurnOf(Caller caller) => new(
        caller, Surface.Message, "i|1", new ConversationReference("https://smba.example/", Tenant, "a:chat", "personal", "29:1"), TimeProvider.System.GetUtcNow());

    private static CustomerUser User(string customer, int number, bool contact) => new(Somebody($"{customer}-{number}"), customer, contact);

    private static Person Somebody(string id) => new(new PersonRef(Tenant, id), id, $"Person {id}");
}
