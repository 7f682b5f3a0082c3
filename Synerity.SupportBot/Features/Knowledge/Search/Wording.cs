using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// A text as numbers to learn from: its stems and what they are a synonym of, parts of compounds, runs of four letters, and neighbouring words.
/// Both languages share them, so that a product word counts in either.
/// </summary>
internal sealed class Wording(ArticleIndex index)
{
    private const float Part = 0.6f;
    private const float Letters = 0.35f;
    private const float Pair = 0.4f;
    private const int Run = 4;
    private const int MostWords = 60;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Tongue, Dictionary<string, string>> _meanings =
        Enum.GetValues<Tongue>().ToDictionary(tongue => tongue, tongue => Meanings(index.Forms[tongue]));

    /// <summary>How many different traits have been learnt.</summary>
    public int Count => _numbers.Count;

    /// <summary>Number of the trait → its strength. While learning, new traits get a number; later, unknown ones are passed over.</summary>
    public IReadOnlyDictionary<int, float> Of(string text, Tongue tongue, bool learning)
    {
        var traits = new Dictionary<int, float>();
        var words = Vocabulary.Split(Synonyms.Standard.Prepare(text)).Take(MostWords).ToList();
        foreach (var word in words.Where(word => !WordReader.SaysNothing(word, tongue)))
        {
            Word(learning || index.Vocabulary.Has(word) ? word : index.Vocabulary.Near(word) is [var near, ..] ? near : word, tongue, Add);
            var letters = $"_{Folding.Fold(word)}_";
            for (var at = 0; at + Run <= letters.Length; at++) Add(string.Concat("l:", letters.AsSpan(at, Run)), Letters);
        }

        for (var i = 0; i + 1 < words.Count; i++) Add($"p:{Folding.Fold(words[i])} {Folding.Fold(words[i + 1])}", Pair);
        return traits;

        void Add(string trait, float strength)
        {
            if (!_numbers.TryGetValue(trait, out var number))
            {
                if (!learning) return;
                _numbers[trait] = number = _numbers.Count;
            }

            traits[number] = Math.Max(traits.GetValueOrDefault(number), strength);
        }
    }

    private void Word(string word, Tongue tongue, Action<string, float> add)
    {
        foreach (var stem in index.Forms[tongue].Of(word))
        {
            var strength = stem.IsPart ? Part : 1f;
            add("w:" + Folding.Fold(stem.Value.TrimStart(StemFilter.FoldMark)), strength);
            if (_meanings[tongue].TryGetValue(stem.Value, out var meaning)) add(meaning, strength);
        }
    }

    private static Dictionary<string, string> Meanings(WordForms forms)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in Synonyms.Standard.Groups)
        {
            foreach (var stem in group.SelectMany(forms.Of).Where(stem => !stem.IsPart)) meanings.TryAdd(stem.Value, "m:" + group[0]);
        }

        return meanings;
    }
}
