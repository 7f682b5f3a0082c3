using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>A word of a question with everything that counts as it.</summary>
/// <param name="Forms">Stems in both languages, with synonyms.</param>
/// <param name="Parts">Where it is a compound: its parts, each with its forms; they count less.</param>
/// <param name="IsKnown">False: no article has it, nor anything near it.</param>
internal sealed record QuestionWord(string Written, IReadOnlyList<Form> Forms, IReadOnlyList<IReadOnlyList<Form>> Parts, bool IsKnown);

/// <summary>Reads a question the way the articles were read, and mends what is misspelt.</summary>
internal sealed class QuestionReader(ArticleIndex index)
{
    private const float OtherLanguage = 0.7f;
    private const float Synonym = 0.85f;
    private const float Mended = 0.8f;
    private const int MostWords = 40;

    private readonly Dictionary<Tongue, Dictionary<string, string[]>> _synonyms =
        Enum.GetValues<Tongue>().ToDictionary(tongue => tongue, tongue => SynonymStems(index.Forms[tongue]));

    public IReadOnlyList<QuestionWord> Read(string question, Tongue tongue) =>
    [
        .. Vocabulary.Split(Synonyms.Standard.Prepare(question))
            .Where(word => !WordReader.SaysNothing(word, tongue) && !WordReader.SaysNothing(word, Other(tongue)))
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .Select(word => ReadOne(word, tongue))
            .OfType<QuestionWord>(),
    ];

    /// <summary>Null for a misspelt word that says nothing.</summary>
    private QuestionWord? ReadOne(string word, Tongue tongue)
    {
        var read = Analyse(word, tongue, 1f);
        if (read.IsKnown) return read;
        var near = index.Vocabulary.Near(word);
        if (near.Count > 0 && (WordReader.SaysNothing(near[0], tongue) || WordReader.SaysNothing(near[0], Other(tongue)))) return null;
        var mended = near.Select(known => Analyse(known, tongue, Mended)).Where(known => known.IsKnown).ToList();
        return mended.Count == 0
            ? read
            : new(word, [.. mended.SelectMany(near => near.Forms).Distinct()], [.. mended.SelectMany(near => near.Parts)], IsKnown: true);
    }

    private QuestionWord Analyse(string word, Tongue tongue, float weight)
    {
        var forms = new List<Form>();
        var parts = new List<IReadOnlyList<Form>>();
        foreach (var language in new[] { tongue, Other(tongue) })
        {
            var factor = weight * (language == tongue ? 1f : OtherLanguage);
            foreach (var (stem, isPart) in index.Forms[language].Of(word))
            {
                if (!isPart) forms.AddRange(WithSynonyms(stem, language, factor));
                else if (language == tongue) parts.Add([.. WithSynonyms(stem, language, factor)]);
            }
        }

        forms = [.. forms.Where(index.Has).GroupBy(form => (form.Tongue, form.Stem)).Select(same => same.MaxBy(form => form.Weight))];
        return new(word, forms, parts, forms.Count > 0 || parts.Any(part => part.Any(index.Has)));
    }

    private IEnumerable<Form> WithSynonyms(string stem, Tongue tongue, float weight)
    {
        yield return new(tongue, stem, weight);
        if (!_synonyms[tongue].TryGetValue(stem, out var same)) yield break;
        foreach (var other in same) yield return new(tongue, other, weight * Synonym);
    }

    private static Dictionary<string, string[]> SynonymStems(WordForms forms)
    {
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var group in Synonyms.Standard.Groups)
        {
            var stems = group.SelectMany(forms.Of).Where(found => !found.IsPart).Select(found => found.Value).Distinct().ToArray();
            foreach (var stem in stems) groups[stem] = [.. (groups.GetValueOrDefault(stem) ?? []).Union(stems).Where(other => other != stem)];
        }

        return groups;
    }

    private static Tongue Other(Tongue tongue) => tongue == Tongue.Swedish ? Tongue.English : Tongue.Swedish;
}
