using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Something that holds the set of articles together and does not.</summary>
/// <param name="Where">File, such as <c>sv/api-token.md</c>.</param>
public sealed record Finding(string Where, string What);

/// <summary>Whether articles belong together: each readable, each in both languages, each link leading somewhere. Pure.</summary>
public static class ArticleCheck
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<ReadFile> files)
    {
        var found = files.SelectMany(file => file.Problems.Select(problem => new Finding(file.File, problem))).ToList();
        var usable = files.Where(file => file.Article is not null).ToList();
        var slugs = usable.Select(file => file.Article!.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var file in usable)
        {
            var article = file.Article!;
            if (!usable.Any(other => other.Article!.Slug == article.Slug && other.Article.Tongue != article.Tongue))
            {
                found.Add(new(file.File, $"There is no {(article.Tongue == Tongue.Swedish ? "English" : "Swedish")} translation."));
            }

            if (usable.FirstOrDefault(other => string.CompareOrdinal(other.File, file.File) < 0 && Same(other.Article!, article)) is { } first)
            {
                found.Add(new(file.File, $"The slug {article.Slug} is already that of {first.File}."));
            }

            found.AddRange(article.Links.Distinct().Where(link => !slugs.Contains(link)).Select(link => new Finding(file.File, $"It links to {link}, which does not exist.")));
            if (article.Steps.Count == 0) found.Add(new(file.File, "It has no numbered steps to show in the chat."));
        }

        return [.. found.OrderBy(finding => finding.Where, StringComparer.Ordinal)];
    }

    private static bool Same(Article left, Article right) => left.Slug == right.Slug && left.Tongue == right.Tongue;
}
