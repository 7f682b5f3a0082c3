using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Tartarus.Snowball;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// Each word as its stem, and at the same place in the text what else it may be found by: the parts of a compound, and the stem without dots
/// for whoever has no å, ä and ö. Those two are marked by their type.
/// </summary>
internal sealed class StemFilter : TokenFilter
{
    public const string Part = "part";

    /// <summary>What a folded stem begins with in the index, so that <c>för</c> is not found by <c>for</c> as if it were the same.</summary>
    public const char FoldMark = '~';

    private readonly Compounds _compounds;
    private readonly SnowballProgram _stemmer;
    private readonly Queue<(string Term, string Type)> _more = new();
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly ITypeAttribute _type;
    private State? _state;

    public StemFilter(TokenStream input, Compounds compounds)
        : base(input)
    {
        (_compounds, _stemmer) = (compounds, compounds.NewStemmer());
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_more.TryDequeue(out var more))
        {
            RestoreState(_state);
            _term.SetEmpty().Append(more.Term);
            _increment.PositionIncrement = 0;
            _type.Type = more.Type;
            return true;
        }

        if (!m_input.IncrementToken()) return false;
        var word = _term.ToString()!;
        var stem = Compounds.Stem(_stemmer, word);
        foreach (var part in _compounds.PartsOf(word, _stemmer).Distinct())
        {
            _more.Enqueue((part, Part));
            if (Folding.Fold(part) is var foldedPart && foldedPart != part) _more.Enqueue((FoldMark + foldedPart, Part));
        }

        if (Folding.Fold(stem) is var folded && folded != stem) _more.Enqueue((FoldMark + folded, _type.Type));
        _term.SetEmpty().Append(stem);
        if (_more.Count > 0) _state = CaptureState();
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _more.Clear();
        _state = null;
    }
}
