using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>How a text in one language is read: words, without those that say nothing, as stems and parts of compounds. The same for articles and questions.</summary>
internal sealed class WordReader(Tongue tongue, Compounds compounds) : Analyzer
{
    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Swedish = Stop("sv");
    private static readonly CharArraySet English = Stop("en");

    public static WordReader For(Tongue tongue, IEnumerable<string> words) => new(
        tongue, new Compounds(words, tongue == Tongue.Swedish ? () => new SwedishStemmer() : () => new EnglishStemmer()));

    public static bool SaysNothing(string word, Tongue tongue) => (tongue == Tongue.Swedish ? Swedish : English).Contains(word);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        var telling = new StopFilter(Version, new LowerCaseFilter(Version, words), tongue == Tongue.Swedish ? Swedish : English);
        return new(words, new StemFilter(telling, compounds));
    }

    private static CharArraySet Stop(string language) => new(Version, EmbeddedWords.Lines($"stopwords-{language}.txt").ToArray(), ignoreCase: false);
}
