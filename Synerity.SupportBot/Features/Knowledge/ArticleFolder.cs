using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>A file of a folder, and what became of it.</summary>
/// <param name="File">Relative to the folder, with forward slashes: <c>sv/api-token.md</c>.</param>
/// <param name="Article">Null when the file cannot be used.</param>
public sealed record ReadFile(string File, Article? Article, IReadOnlyList<string> Problems);

/// <summary>Articles as files: <c>sv/slug.md</c> and <c>en/slug.md</c> below one folder.</summary>
public static class ArticleFolder
{
    /// <summary>The articles that come with the program.</summary>
    public static string BuiltIn { get; } = Path.Combine(AppContext.BaseDirectory, "Features", "Knowledge", "Articles");

    /// <summary>The program's article files and those of a folder, without those that the folder replaces.</summary>
    public static IReadOnlyList<ReadFile> ReadWith(string? folder)
    {
        if (folder is null or "") return Read(BuiltIn);
        var own = Read(folder);
        var replaced = own.Where(file => file.Article is not null).Select(file => (file.Article!.Slug, file.Article.Tongue)).ToHashSet();
        return [.. Read(BuiltIn).Where(file => file.Article is not { } article || !replaced.Contains((article.Slug, article.Tongue))), .. own];
    }

    /// <summary>The program's articles and those of a folder, ready to be asked.</summary>
    public static Shelf Shelve(string? folder) => Shelf.Of(ReadWith(folder).Select(file => file.Article).OfType<Article>());

    /// <summary>Reads every article file, in order of name. A folder that does not exist has none.</summary>
    public static IReadOnlyList<ReadFile> Read(string folder) =>
        [.. Enum.GetValues<Tongue>().SelectMany(tongue => Of(folder, tongue))];

    /// <summary>Changes when a file is added, removed or written; empty without a folder.</summary>
    public static string Signature(string? folder)
    {
        if (folder is null or "") return "";
        var hash = new HashCode();
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            var below = new DirectoryInfo(Path.Combine(folder, NameOf(tongue)));
            if (!below.Exists) continue;
            foreach (var file in below.EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                hash.Add(file.Name);
                hash.Add(file.Length);
                hash.Add(file.LastWriteTimeUtc);
            }
        }

        return hash.ToHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public static string NameOf(Tongue tongue) => tongue == Tongue.Swedish ? "sv" : "en";

    private static IEnumerable<ReadFile> Of(string folder, Tongue tongue)
    {
        var below = new DirectoryInfo(Path.Combine(folder, NameOf(tongue)));
        return below.Exists
            ? below.EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => ReadOne(file, tongue))
            : [];
    }

    private static ReadFile ReadOne(FileInfo file, Tongue tongue)
    {
        var name = $"{NameOf(tongue)}/{file.Name}";
        try
        {
            var article = ArticleReader.Read(File.ReadAllText(file.FullName), tongue, out var problems);
            return article is not null && article.Slug + ".md" != file.Name
                ? new(name, article, [$"slug is {article.Slug}, but the file is called {file.Name}."])
                : new(name, article, problems);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(name, null, ["It cannot be read just now."]);
        }
    }
}
