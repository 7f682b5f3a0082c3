using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Compose;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Recordings;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The rooms over rows in memory, with a fixed clock and one reader: where a sample card is made.</summary>
internal sealed class CardWorld : IDisposable
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Provider = "22222222-2222-2222-2222-222222222222";
    public static readonly FormStamp Stamp = new("00112233445566778899aabbccddeeff", "20261127");
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private readonly FakeTimeProvider _clock = new(At("2026-11-01 12:00"));
    private readonly MemoryRows _rows = new();
    private readonly ServiceProvider _services;

    private CardWorld(Cast cast, Tongue tongue)
    {
        (Cast, Reader) = (cast, new Reader(tongue, Stockholm));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IRows>(_rows);
        services.AddSingleton<TimeProvider>(_clock);
        services.AddOutbox().AddBot().AddAgreements().AddSla().AddDesk().AddRecordings().AddTickets().AddKnowledge().AddCompose();
        _services = services.BuildServiceProvider();
    }

    public Cast Cast { get; }

    public Reader Reader { get; }

    public Tongue Tongue => Reader.Tongue;

    public Person Requester { get; private set; } = null!;

    /// <summary>A colleague of the requester's.</summary>
    public Person Follower { get; private set; } = null!;

    public Person Technician { get; private set; } = null!;

    public Person Colleague { get; private set; } = null!;

    public Person ThirdTechnician { get; private set; } = null!;

    public DateTimeOffset Now => _clock.GetUtcNow();

    public static async Task<CardWorld> OpenAsync(Cast cast, Tongue tongue)
    {
        var world = new CardWorld(cast, tongue);
        world.Requester = await world.MeetAsync("maria", cast.Requester);
        world.Follower = await world.MeetAsync("petra", cast.Follower);
        world.Technician = await world.MeetAsync("anna", cast.Technician, Provider);
        world.Colleague = await world.MeetAsync("kalle", cast.Colleague, Provider);
        world.ThirdTechnician = await world.MeetAsync("lisa", cast.Requester, Provider);
        return world;
    }

    /// <param name="local">In Stockholm, later than before.</param>
    public DateTimeOffset Goto(string local)
    {
        _clock.SetUtcNow(At(local));
        return Now;
    }

    public T Get<T>()
        where T : class =>
        _services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(_services);

    public async Task<Customer> CustomerAsync(params Agreement[] agreements)
    {
        var customer = new Customer(CustomerKey.Parse("NORD"), Cast.Company, agreements) { Tenants = [Guid.Parse(Tenant)] };
        await Get<CustomerStore>().SaveAsync(customer, default);
        return customer;
    }

    public Task CommitAsync(string partition, IReadOnlyList<RowWrite> rows) => Get<Ledger>().CommitAsync(partition, new Batch(rows, []), default);

    public Task<Shown> RenderAsync<TSource>(Content content, bool toChannel = false)
        where TSource : ICardSource =>
        RenderAsync<TSource>(content, toChannel ? null : Requester);

    public async Task<Shown> RenderAsync<TSource>(Content content, Person? reader)
        where TSource : ICardSource =>
        Shown.Of((await _services.GetServices<ICardSource>().OfType<TSource>().Single().RenderAsync(content, new Recipient(Reader, reader), default))!);

    /// <summary>What a command, a way to understand free text or a button answers the person.</summary>
    public async Task<Shown> AskAsync<THandler>(Caller caller, string text, Func<THandler, Turn, Task<Outcome?>> handle)
        where THandler : class
    {
        var where = new ConversationReference("https://smba.example/", Tenant, "a:chat", "personal", "29:1");
        return Shown.Of((Reply)(await handle(Get<THandler>(), new Turn(caller, Surface.Message, "i|1", where, Now, text)))!, Tongue);
    }

    public void Dispose() => _services.Dispose();

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Stockholm.GetUtcOffset(time)).ToUniversalTime();
    }

    private async Task<Person> MeetAsync(string objectId, string name, string tenant = Tenant)
    {
        var people = Get<AddressBook>();
        var met = await people.SeenAsync(new Person(new PersonRef(tenant, ""), objectId, name), default);
        return (await people.ChangeAsync(met.Ref, person => person with { Chosen = Tongue }, default))!;
    }
}
