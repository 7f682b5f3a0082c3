using Synerity.SupportBot.Features.Knowledge.Search;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Questions of the same kind that found no answer.</summary>
/// <param name="Newest">The one to show.</param>
/// <param name="Article">The article that did not help; null where none was tried.</param>
public sealed record GapGroup(Gap Newest, IReadOnlyList<Gap> Gaps, Article? Article);

/// <summary>Puts gaps together: those that tried the same article, and those that ask with mostly the same words. Pure.</summary>
internal static class GapGroups
{
    /// <summary>Questions that share this part of their telling words ask the same.</summary>
    private const double Alike = 0.5;

    /// <param name="gaps">Newest first.</param>
    /// <returns>The largest group first; of equals the one with the newest question.</returns>
    public static IReadOnlyList<GapGroup> Of(IReadOnlyList<Gap> gaps, Shelf shelf)
    {
        var tried = gaps.Where(gap => gap.Slug is not null).GroupBy(gap => gap.Slug!)
            .Select(group => new GapGroup(group.First(), [.. group], shelf.Articles.FindFor(group.Key, group.First().Tongue)));
        return [.. tried.Concat(ByWords(gaps.Where(gap => gap.Slug is null), shelf.Search)).OrderByDescending(group => group.Gaps.Count).ThenByDescending(group => group.Newest.At)];
    }

    private static IEnumerable<GapGroup> ByWords(IEnumerable<Gap> gaps, ArticleSearch search)
    {
        var groups = new List<(HashSet<string> Words, List<Gap> Gaps)>();
        foreach (var gap in gaps)
        {
            var words = search.StemsOf(gap.Question, gap.Tongue);
            var (_, same) = groups.FirstOrDefault(group => Share(group.Words, words) >= Alike);
            if (same is null) groups.Add((words, [gap]));
            else same.Add(gap);
        }

        return groups.Select(group => new GapGroup(group.Gaps[0], group.Gaps, null));
    }

    private static double Share(HashSet<string> left, HashSet<string> right)
    {
        var all = left.Union(right).Count();
        return all == 0 ? 1 : (double)left.Intersect(right).Count() / all;
    }
}
