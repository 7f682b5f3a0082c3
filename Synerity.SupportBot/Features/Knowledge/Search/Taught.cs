using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// What the articles' own questions teach: which article a way of asking belongs to, and which questions belong to none. BM25 weighs a word by how
/// rare it is; this learns which words tell the articles apart, which is what a question with much chatter in it needs.
/// </summary>
internal sealed class Taught
{
    /// <summary>Above this many articles it would take too long to learn; they are found by their words alone.</summary>
    public const int MostArticles = 250;

    private const int MostRounds = 6;
    private const int FewestRounds = 3;
    private const float Scale = 3;

    /// <summary>Examples × classes × rounds that are learnt in about a second.</summary>
    private const long Budget = 6_000_000;

    private readonly Wording _wording;
    private readonly Classifier _classifier;
    private readonly int _classes;
    private readonly float[] _rarity;

    private Taught(Wording wording, IReadOnlyList<(IReadOnlyDictionary<int, float> Traits, int Class)> lessons, int classes)
    {
        (_wording, _classes) = (wording, classes);
        var counts = new int[wording.Count];
        foreach (var trait in lessons.SelectMany(lesson => lesson.Traits.Keys)) counts[trait]++;
        _rarity = [.. counts.Select(count => MathF.Log(1 + ((float)lessons.Count / (1 + count))))];
        var rounds = (int)Math.Clamp(Budget / ((long)lessons.Count * classes), FewestRounds, MostRounds);
        _classifier = Classifier.Train([.. lessons.Select(lesson => Weighed(lesson.Traits, lesson.Class))], wording.Count, classes, rounds);
    }

    /// <summary>Null where there is nothing to learn from, or too much.</summary>
    public static Taught? By(ArticleSet articles, ArticleIndex index)
    {
        var slugs = articles.Slugs;
        if (slugs.Count is 0 or > MostArticles) return null;
        var wording = new Wording(index);
        var lessons = new List<(IReadOnlyDictionary<int, float>, int)>();
        for (var number = 0; number < slugs.Count; number++)
        {
            foreach (var tongue in Enum.GetValues<Tongue>())
            {
                if (articles.Find(slugs[number], tongue) is not { } article) continue;
                foreach (var text in TextsOf(article)) lessons.Add((wording.Of(text, tongue, learning: true), number));
            }
        }

        foreach (var (text, tongue) in Elsewhere()) lessons.Add((wording.Of(text, tongue, learning: true), slugs.Count));
        return new(wording, lessons, slugs.Count + 1);
    }

    /// <summary>The chance of each article, by number, and last the chance that it is none.</summary>
    public float[] Chances(string question, Tongue tongue)
    {
        var chances = new float[_classes];
        _classifier.Predict(Weighed(_wording.Of(question, tongue, learning: false), 0), chances);
        return chances;
    }

    private static IEnumerable<string> TextsOf(Article article) =>
        [.. article.Questions, article.Title, article.Title, article.Summary, .. article.Keywords, .. article.Steps.Select(step => step.Text)];

    /// <summary>Questions that no help article answers: other products, private matters, and what is too vague.</summary>
    private static IEnumerable<(string, Tongue)> Elsewhere() => Enum.GetValues<Tongue>().SelectMany(tongue =>
        EmbeddedWords.Lines($"elsewhere-{(tongue == Tongue.Swedish ? "sv" : "en")}.txt").Select(line => (line, tongue)));

    /// <summary>Rare traits weigh more; the whole has the same length whatever the number of words.</summary>
    private Example Weighed(IReadOnlyDictionary<int, float> traits, int of)
    {
        var (numbers, strengths) = (traits.Keys.ToArray(), new float[traits.Count]);
        for (var i = 0; i < numbers.Length; i++) strengths[i] = traits[numbers[i]] * _rarity[numbers[i]];
        var length = MathF.Sqrt(strengths.Sum(strength => strength * strength)) + 1e-6f;
        for (var i = 0; i < strengths.Length; i++) strengths[i] *= Scale / length;
        return new(numbers, strengths, of);
    }
}
