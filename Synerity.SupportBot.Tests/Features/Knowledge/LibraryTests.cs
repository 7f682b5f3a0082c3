using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Protocol;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class LibraryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 9, 0, TimeSpan.Zero);
    private readonly TestFolder _folder = new();
    private readonly MemoryRows _rows = new();
    private readonly RecordingLog _log = new();
    private readonly PublishedArticles _published;
    private readonly Library _library;

    public LibraryTests()
    {
        _published = new PublishedArticles(_rows);
        _library = Made(_folder.Path);
    }

    [Fact]
    public async Task Without_a_folder_there_are_the_program_s_own_articles()
    {
        using var library = Made(null);

        await library.LookAsync(CancellationToken.None);

        Assert.Equal(50, library.Current.Articles.Slugs.Count);
    }

    [Fact]
    public async Task A_folder_replaces_one_article_in_one_language_and_adds_another()
    {
        _folder.Add("sv", "api-token", "Vår egen nyckel").AddBoth("our-own-rules", "Rules for the zeppelin board");

        await _library.LookAsync(CancellationToken.None);

        Assert.Equal(51, _library.Current.Articles.Slugs.Count);
        Assert.Equal("Vår egen nyckel", Title("api-token", Tongue.Swedish));
        Assert.NotEqual("Vår egen nyckel", Title("api-token", Tongue.English));
        Assert.Equal("our-own-rules", _library.Current.Search.Ask("zeppelin board rules", Tongue.English).Hits[0].Slug);
    }

    [Fact]
    public async Task A_changed_file_is_read_at_the_next_look_and_not_before()
    {
        _folder.AddBoth("our-own-rules", "Before");
        await _library.LookAsync(CancellationToken.None);

        _folder.Add("sv", "our-own-rules", "Efter");

        Assert.Equal("Before", Title("our-own-rules", Tongue.Swedish));
        await _library.LookAsync(CancellationToken.None);
        Assert.Equal("Efter", Title("our-own-rules", Tongue.Swedish));
    }

    [Fact]
    public async Task A_file_that_goes_takes_its_article_along_and_the_program_s_own_comes_back()
    {
        _folder.Add("sv", "api-token", "Vår egen nyckel").AddBoth("our-own-rules");
        await _library.LookAsync(CancellationToken.None);

        _folder.Delete("sv", "api-token");
        _folder.Delete("sv", "our-own-rules");
        _folder.Delete("en", "our-own-rules");
        await _library.LookAsync(CancellationToken.None);

        Assert.Null(_library.Current.Articles.FindFor("our-own-rules", Tongue.Swedish));
        Assert.NotEqual("Vår egen nyckel", Title("api-token", Tongue.Swedish));
    }

    [Fact]
    public async Task Where_nothing_has_changed_the_same_shelf_stays()
    {
        _folder.AddBoth("our-own-rules");
        await _library.LookAsync(CancellationToken.None);
        var before = _library.Current;

        await _library.LookAsync(CancellationToken.None);

        Assert.Same(before, _library.Current);
    }

    [Fact]
    public async Task A_broken_file_leaves_the_program_s_own_article_and_is_logged_by_name()
    {
        await _library.LookAsync(CancellationToken.None);
        var before = Title("api-token", Tongue.Swedish);

        _folder.AddText("sv", "api-token", "---\nslug: api-token\n---\nHalf an article");
        await _library.LookAsync(CancellationToken.None);

        Assert.Equal(before, Title("api-token", Tongue.Swedish));
        Assert.Contains(_log.Lines, line => line.Contains("sv/api-token.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_whose_file_is_half_written_stays_as_it_was()
    {
        _folder.AddBoth("our-own-rules", "Before");
        await _library.LookAsync(CancellationToken.None);

        _folder.AddText("sv", "our-own-rules", "---\nslug: our-own-rules\n");
        await _library.LookAsync(CancellationToken.None);

        Assert.Equal("Before", Title("our-own-rules", Tongue.Swedish));
        Assert.Contains(_log.Lines, line => line.Contains("sv/our-own-rules.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_published_is_there_at_the_next_look_and_wins_over_the_folder()
    {
        _folder.Add("sv", "api-token", "Mappens");
        await _library.LookAsync(CancellationToken.None);
        var version = await _published.VersionAsync(CancellationToken.None);

        await PublishAsync("api-token", "Den publicerade");
        await _library.LookAsync(CancellationToken.None);

        Assert.Equal("Den publicerade", Title("api-token", Tongue.Swedish));
        Assert.NotEqual(version, await _published.VersionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Every_publication_is_another_version()
    {
        await PublishAsync("one", "Ett");
        var first = await _published.VersionAsync(CancellationToken.None);

        await PublishAsync("one", "Ett");

        Assert.NotEqual(first, await _published.VersionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task More_articles_than_a_page_of_the_store_holds_are_all_read()
    {
        for (var number = 0; number < 501; number++) await PublishAsync($"article-{number}", $"Nummer {number}");

        Assert.Equal(501, (await _published.AllAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_store_that_is_away_at_a_later_look_leaves_what_was_known()
    {
        _folder.AddBoth("our-own-rules");
        await _library.LookAsync(CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _library.LookAsync(cancelled.Token));

        Assert.NotNull(_library.Current.Articles.FindFor("our-own-rules", Tongue.Swedish));
        await _library.LookAsync(CancellationToken.None);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start_and_names_the_setting()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Knowledge:Path", "/no/such/folder")]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddKnowledge().BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Knowledge:Path is /no/such/folder", refused.Message, StringComparison.Ordinal);
        Assert.Contains("leave the setting out", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private string Title(string slug, Tongue tongue) => _library.Current.Articles.Find(slug, tongue)!.Title;

    private Library Made(string? path) => new(
        _published, Options.Create(new KnowledgeOptions { Path = path }), new WireClock(new FakeTimeProvider(Now)),
        LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<Library>());

    private Task PublishAsync(string slug, string title) => _rows.CommitAsync(
        PublishedArticles.Partition,
        [
            PublishedArticles.Publish(slug, Tongue.Swedish, $"---\nslug: {slug}\ntitle: {title}\nsummary: S.\naudience: user\nupdated: 2026-11-25\n---\n## H\n1. Gör så.\n"),
            PublishedArticles.Touch(Now),
        ],
        CancellationToken.None);
}
