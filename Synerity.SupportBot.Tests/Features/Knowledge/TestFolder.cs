using Synerity.SupportBot.Features.Knowledge;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

/// <summary>A folder of articles of its own, gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private static readonly DateTime Start = new(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc);
    private int _written;

    public string Path { get; } = Directory.CreateTempSubdirectory("articles-").FullName;

    public IReadOnlyList<ReadFile> Files => ArticleFolder.Read(Path);

    /// <summary>Puts an article there, as whole as can be but for what is said; each time a minute later than the last.</summary>
    public TestFolder Add(string language, string slug, string? title = null, string? file = null, string steps = "1. Open the board.\n2. Press the button.", string text = "") =>
        AddText(language, file ?? slug, $"---\nslug: {slug}\ntitle: {title ?? slug}\nsummary: About {slug}.\naudience: user\nupdated: 2026-11-25\n---\n## H\n{text}\n\n{steps}\n");

    public TestFolder AddText(string language, string file, string text)
    {
        var path = System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(Path, language)).FullName, file + ".md");
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, Start.AddMinutes(_written++));
        return this;
    }

    public TestFolder AddBoth(string slug, string? title = null, string text = "") => Add("sv", slug, title, text: text).Add("en", slug, title, text: text);

    public void Delete(string language, string slug) => File.Delete(System.IO.Path.Combine(Path, language, slug + ".md"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
