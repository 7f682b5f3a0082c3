using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Knowledge.Search;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>The articles that hold at one moment, and the search over just those.</summary>
public sealed record Shelf(ArticleSet Articles, ArticleSearch Search)
{
    internal static Shelf Of(IEnumerable<Article> articles)
    {
        var set = new ArticleSet(articles);
        return new(set, new ArticleSearch(set));
    }
}

/// <summary>
/// Keeps the articles: those of the program, over them those of the folder, over them those that an administrator has published in Teams.
/// What changes elsewhere is here within five seconds, what changes here at once.
/// </summary>
public sealed partial class Library(PublishedArticles published, IOptions<KnowledgeOptions> options, WireClock wire, ILogger<Library> logger) : BackgroundService, IWakeUp
{
    private const string WakeKind = "knowledge-shelf";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>The program's own never change while it runs, so all hosts of a process share them.</summary>
    private static readonly Lazy<IReadOnlyList<Article>> BuiltIn =
        new(() => [.. ArticleFolder.Read(ArticleFolder.BuiltIn).Select(file => file.Article).OfType<Article>()]);

    private static readonly Lazy<Shelf> BuiltInShelf = new(() => Shelf.Of(BuiltIn.Value));

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, Article> _readable = new(StringComparer.Ordinal);
    private volatile Shelf? _shelf;
    private string? _seen;

    public string Kind => WakeKind;

    public Shelf Current => _shelf ?? BuiltInShelf.Value;

    /// <summary>Reads what there is before the host takes requests.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Makes a new shelf if anything has changed since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var seen = $"{await published.VersionAsync(cancellation)}|{ArticleFolder.Signature(options.Value.Path)}";
            if (seen == _seen) return;
            _shelf = await MakeAsync(cancellation);
            _seen = seen;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What follows from a publication: a look at once, in the instance that made it.</summary>
    public static Effect Look(DateTimeOffset now, string slug) => new Wake(now, WakeKind, PublishedArticles.Partition, slug);

    public Task WakeAsync(string partition, string subject, CancellationToken cancellation) => LookAsync(cancellation);

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, wire.Time, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The store or the folder is away: what is known goes on answering.
                Log.LookFailed(logger, fault);
            }
        }
    }

    private async Task<Shelf> MakeAsync(CancellationToken cancellation)
    {
        var folder = options.Value.Path is { Length: > 0 } path ? ArticleFolder.Read(path) : [];
        foreach (var file in folder.Where(file => file.Problems.Count > 0)) Log.Unusable(logger, file.File, file.Problems[0]);
        var own = folder.Select(AsItWas).OfType<Article>().Concat(await published.AllAsync(cancellation)).ToList();
        return own.Count == 0 ? BuiltInShelf.Value : Shelf.Of(BuiltIn.Value.Concat(own));
    }

    /// <summary>What a file says, or said before it was broken: somebody may be writing it just now.</summary>
    private Article? AsItWas(ReadFile file)
    {
        if (file.Article is not null) _readable[file.File] = file.Article;
        return _readable.GetValueOrDefault(file.File);
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "The article {File} is not used: {Problem}")]
        public static partial void Unusable(ILogger logger, string file, string problem);

        [LoggerMessage(5002, LogLevel.Error, "Looking for changed articles failed.")]
        public static partial void LookFailed(ILogger logger, Exception fault);
    }
}
