using System.Text.Json;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Tests.Support;
using Xunit.Abstractions;

namespace Synerity.SupportBot.Tests.Knowledge;

/// <summary>
/// How well questions find their article. Both sets were written without sight of the articles and their questions. The rule that
/// decides when to answer was fitted to the first; of the second only the totals were ever looked at. Run it with <c>./test.sh Knowledge.Evaluation</c> to read the figures.
/// </summary>
public sealed class EvaluationTests(ITestOutputHelper output)
{
    private static readonly Lazy<Shelf> Shelf = new(() => ArticleFolder.Shelve(null));

    [Theory]
    [InlineData("questions.jsonl")]
    [InlineData("unseen.jsonl")]
    public void Questions_find_their_article_and_what_no_article_answers_is_left_alone(string file)
    {
        var asked = Read(file);
        var results = asked.Select(question => (question, found: Shelf.Value.Search.Ask(question.Query, question.Tongue))).ToList();
        var answerable = results.Where(result => result.question.Slug is not null).ToList();
        var elsewhere = results.Where(result => result.question.Slug is null).ToList();
        var abstained = results.Count(result => result.found.Abstained);

        var first = Share(answerable, result => result.question.Is(result.found.Hits[0].Slug));
        var amongThree = Share(answerable, result => result.found.Hits.Take(3).Any(hit => result.question.Is(hit.Slug)));
        var answered = Share(answerable, result => !result.found.Abstained && result.question.Is(result.found.Hits[0].Slug));
        var recall = Share(elsewhere, result => result.found.Abstained);
        var wrongly = Share(answerable, result => result.found.Abstained);
        var precision = (double)elsewhere.Count(result => result.found.Abstained) / abstained;

        output.WriteLine($"{file}: {answerable.Count} answerable, {elsewhere.Count} not");
        output.WriteLine($"recall@1 {first:P1}, recall@3 {amongThree:P1}, answered with the right one {answered:P1}");
        output.WriteLine($"abstention: precision {precision:P1}, recall {recall:P1}; answerable ones abstained {wrongly:P1}");
        foreach (var kind in answerable.GroupBy(result => result.question.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind.Key}: {Share([.. kind], result => result.question.Is(result.found.Hits[0].Slug)):P0} of {kind.Count()}");
        }

        Assert.InRange(first, 0.90, 1);
        Assert.InRange(amongThree, 0.97, 1);
        Assert.InRange(recall, 0.90, 1);
        Assert.InRange(wrongly, 0, 0.03);
    }

    [Theory]
    [InlineData("questions.jsonl")]
    [InlineData("unseen.jsonl")]
    public void The_sets_are_large_in_both_languages_and_ask_for_every_article(string file)
    {
        var asked = Read(file);

        Assert.InRange(asked.Count(question => question.Tongue == Tongue.Swedish), 150, 1000);
        Assert.InRange(asked.Count(question => question.Tongue == Tongue.English), 100, 1000);
        Assert.Empty(Shelf.Value.Articles.Slugs.Except(asked.Select(question => question.Slug)));
        Assert.Equal(asked.Count, asked.Select(question => question.Query).Distinct().Count());
    }

    /// <summary>Otherwise it would be learnt by heart: no article holds a question of the sets, nor does the list of what belongs elsewhere.</summary>
    [Theory]
    [InlineData("questions.jsonl")]
    [InlineData("unseen.jsonl")]
    public void No_question_of_the_sets_stands_in_an_article(string file)
    {
        var folder = Path.Combine(Repository.Root, "Synerity.SupportBot", "Features", "Knowledge", "Search");
        var learnt = Shelf.Value.Articles.All.SelectMany(article => article.Questions)
            .Concat(Directory.GetFiles(folder, "elsewhere-*.txt").SelectMany(File.ReadLines)).Select(SupportBot.Bot.CommandList.Normal).ToHashSet();

        Assert.Empty(Read(file).Where(question => learnt.Contains(SupportBot.Bot.CommandList.Normal(question.Query))).Select(question => question.Query));
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> those) => (double)all.Count(those) / all.Count;

    private static IReadOnlyList<Asked> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Repository.Tests, "Knowledge", file)).Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!).Select(line => line.Asked)];

    private sealed record Line(string Id, string Language, string Query, string? Slug, string[]? Also, string Kind)
    {
        public Asked Asked => new(Query, Language == "en" ? Tongue.English : Tongue.Swedish, Slug, Also ?? [], Kind);
    }

    /// <param name="Slug">Null: no article answers it.</param>
    /// <param name="Also">Others that would be as right.</param>
    private sealed record Asked(string Query, Tongue Tongue, string? Slug, IReadOnlyList<string> Also, string Kind)
    {
        public bool Is(string slug) => slug == Slug || Also.Contains(slug);
    }
}
