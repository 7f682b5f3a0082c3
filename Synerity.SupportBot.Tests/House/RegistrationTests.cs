using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Compose;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Recordings;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.House;

/// <summary>What is not listed does not exist: everything written is listed, and can be made.</summary>
public sealed partial class RegistrationTests : IDisposable
{
    private static readonly Type[] Seams = [typeof(ITextCommand), typeof(IFreeText), typeof(IArrival), typeof(ICardSource), typeof(IWakeUp), typeof(IMessageFeedback), typeof(ILinkPreview)];
    private static readonly IReadOnlyList<Type> Written = [.. typeof(Turn).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false })];
    private readonly ServiceCollection _listed = [];
    private readonly ServiceProvider _services;

    public RegistrationTests()
    {
        _listed.AddLogging();
        _listed.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        _listed.AddSingleton(TimeProvider.System);
        _listed.AddProtocol().AddStorage().AddOutbox().AddBot().AddAgreements().AddSla().AddDesk().AddRecordings().AddTickets().AddKnowledge().AddCompose();
        _listed.AddSingleton<IRows>(new MemoryRows());
        _services = _listed.BuildServiceProvider();
    }

    public static TheoryData<Type, Type> Implementations
    {
        get
        {
            var all = new TheoryData<Type, Type>();
            foreach (var seam in Seams)
            {
                foreach (var type in Written.Where(type => type.IsAssignableTo(seam))) all.Add(seam, type);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Implementations))]
    public void What_implements_a_seam_is_listed_and_can_be_made(Type seam, Type written)
    {
        var listed = seam == typeof(ITextCommand)
            ? _services.GetServices<CommandEntry>().Where(entry => entry.Handler == written).Select(entry => _services.GetRequiredService(entry.Handler))
            : _services.GetServices(seam).Where(one => one!.GetType() == written);

        Assert.Single(listed);
    }

    [Fact]
    public void Every_card_action_is_listed_once_under_a_verb_of_its_own()
    {
        var written = Written.Where(type => type.GetInterfaces().Any(IsAction)).ToList();

        var listed = _services.GetServices<RoutedAction>().ToList();

        Assert.Equal(written.Select(VerbOf).Order(StringComparer.Ordinal), listed.Select(action => action.Verb).Order(StringComparer.Ordinal));
        Assert.Equal(listed.Count, listed.Select(action => action.Verb).Distinct().Count());
        Assert.All(written, type => Assert.NotNull(_services.GetService(type)));
        Assert.NotNull(_services.GetRequiredService<ActionRouter>());
    }

    /// <summary>
    /// A verb stands on every card that was ever sent: rename one, or take it away, and their buttons break. New lines are fine; a line that
    /// is gone needs a handler that still answers to it.
    /// </summary>
    [Fact]
    public void Verbs_never_change()
    {
        var verbs = Written.Where(type => type.GetInterfaces().Any(IsAction)).Select(VerbOf).Order(StringComparer.Ordinal).ToList();

        Assert.All(verbs, verb => Assert.Matches(VerbShape(), verb));
        Snapshot.Matches("House/verbs.txt", string.Join('\n', verbs));
    }

    [Fact]
    public void Kinds_of_cards_and_wake_ups_never_change()
    {
        var kinds = _services.GetServices<ICardSource>().Select(source => $"card {source.Kind}").Concat(_services.GetServices<IWakeUp>().Select(wakeUp => $"wake {wakeUp.Kind}"))
            .Order(StringComparer.Ordinal).ToList();

        Assert.Equal(kinds.Count, kinds.Distinct().Count());
        Snapshot.Matches("House/kinds.txt", string.Join('\n', kinds));
    }

    public void Dispose() => _services.Dispose();

    private static bool IsAction(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICardAction<>);

    private static string VerbOf(Type type) => (string)type.GetProperty("Verb")!.GetValue(null)!;

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex VerbShape();
}
