using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// The words of all articles, in memory. A document is a slug with both its languages; it is scored with BM25F: how often a word occurs, with
/// a weight for where it stands, saturates once for the whole article. Immutable and safe for any number of threads.
/// </summary>
internal sealed class ArticleIndex
{
    private const float K1 = 1.2f;

    private readonly AtomicReader? _words;
    private readonly float[][] _norms;
    private readonly Postings _postings;

    public ArticleIndex(ArticleSet articles)
    {
        Slugs = articles.Slugs;
        Readers = Enum.GetValues<Tongue>().ToDictionary(tongue => tongue, tongue => WordReader.For(tongue, WordsOf(articles, tongue)));
        Forms = Readers.ToDictionary(reader => reader.Key, reader => new WordForms(reader.Value, reader.Key));
        Vocabulary = new Vocabulary(articles.All.SelectMany(WordsOf));
        var memory = new RAMDirectory();
        var analyzers = Field.All.ToDictionary(field => field.Name, Analyzer (field) => Readers[field.Tongue]);
        using (var writer = new IndexWriter(memory, new IndexWriterConfig(WordReader.Version, new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers))))
        {
            foreach (var slug in Slugs) writer.AddDocument(DocumentOf(articles, slug));
            writer.ForceMerge(1);
        }

        // Nothing but memory is held: it goes when the last question that still uses this index has been answered.
        var leaves = DirectoryReader.Open(memory).Leaves;
        _words = leaves.Count > 0 ? leaves[0].AtomicReader : null;
        _norms = [.. Field.All.Select(Norms)];
        _postings = new Postings(Slugs.Count, ReadPostings);
    }

    /// <summary>By number of document.</summary>
    public IReadOnlyList<string> Slugs { get; }

    public IReadOnlyDictionary<Tongue, WordReader> Readers { get; }

    public IReadOnlyDictionary<Tongue, WordForms> Forms { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>
    /// Adds to <paramref name="weights"/> how strongly each article speaks of a word, 0 to 1 after saturation, and returns in how many it occurs.
    /// </summary>
    /// <param name="forms">Stems that count as the word, each with its language and weight.</param>
    public int Weigh(IReadOnlyList<Form> forms, Span<float> weights)
    {
        foreach (var form in forms)
        {
            var (articles, said) = _postings.Of(form);
            for (var i = 0; i < articles.Length; i++) weights[articles[i]] += form.Weight * said[i];
        }

        var count = 0;
        foreach (ref var weight in weights)
        {
            if (weight <= 0) continue;
            weight /= K1 + weight;
            count++;
        }

        return count;
    }

    public bool Has(Form form) => _postings.Of(form).Articles.Length > 0;

    /// <summary>The telling stems of a text.</summary>
    public HashSet<string> StemsOf(string text, Tongue tongue) =>
    [
        .. Vocabulary.Split(Synonyms.Standard.Prepare(text)).Where(word => !WordReader.SaysNothing(word, tongue))
            .SelectMany(Forms[tongue].Of).Select(stem => stem.Value),
    ];

    private bool ReadPostings(Tongue tongue, string stem, float[] weights)
    {
        var any = false;
        foreach (var field in Field.All)
        {
            if (field.Tongue != tongue || _words?.GetTermDocsEnum(new Term(field.Name, stem)) is not { } found) continue;
            any = true;
            var norms = _norms[field.Number];
            for (var doc = found.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.NextDoc()) weights[doc] += field.Weight * found.Freq * norms[doc];
        }

        return any;
    }

    private static Document DocumentOf(ArticleSet articles, string slug)
    {
        var document = new Document();
        foreach (var field in Field.All)
        {
            if (articles.Find(slug, field.Tongue) is not { } article) continue;
            foreach (var text in field.TextsOf(article)) document.Add(new TextField(field.Name, Synonyms.Standard.Prepare(text), Lucene.Net.Documents.Field.Store.NO));
        }

        return document;
    }

    private static IEnumerable<string> WordsOf(ArticleSet articles, Tongue tongue) =>
        articles.All.Where(article => article.Tongue == tongue).SelectMany(WordsOf);

    private static IEnumerable<string> WordsOf(Article article) =>
        Field.All.Where(field => field.Tongue == article.Tongue).SelectMany(field => field.TextsOf(article))
            .SelectMany(text => Vocabulary.Split(Synonyms.Standard.Prepare(text)));

    /// <summary>1 ÷ (1 − b + b × length ÷ average length), for each document.</summary>
    private float[] Norms(Field field)
    {
        var norms = new float[Slugs.Count];
        Array.Fill(norms, 1f);
        if (_words?.GetNormValues(field.Name) is not { } lengths) return norms;
        var similarity = new Lucene.Net.Search.Similarities.DefaultSimilarity();
        var length = new float[Slugs.Count];
        for (var doc = 0; doc < length.Length; doc++)
        {
            var norm = similarity.DecodeNormValue((byte)lengths.Get(doc));
            length[doc] = norm > 0 ? 1 / (norm * norm) : 0;
        }

        var average = length.Where(one => one > 0).DefaultIfEmpty(1).Average();
        for (var doc = 0; doc < length.Length; doc++) norms[doc] = 1 / (1 - field.B + (field.B * length[doc] / average));
        return norms;
    }

    /// <summary>A part of an article in one language, how much a word in it counts, and how much a long one is held against it (BM25's b).</summary>
    private sealed record Field(int Number, Tongue Tongue, string Part, float Weight, float B, Func<Article, IEnumerable<string>> TextsOf)
    {
        public static readonly IReadOnlyList<Field> All =
        [
            .. Enum.GetValues<Tongue>().SelectMany(tongue => new[]
            {
                new Field(0, tongue, "title", 3f, 0.4f, article => [article.Title]),
                new Field(1, tongue, "keywords", 2.5f, 0.3f, article => article.Keywords),
                new Field(2, tongue, "questions", 1.5f, 0.5f, article => article.Questions),
                new Field(3, tongue, "summary", 1.5f, 0.4f, article => [article.Summary]),
                new Field(4, tongue, "text", 0.6f, 0.6f, article => article.Sections.SelectMany(section => section.All).Select(paragraph => paragraph.Text)),
            }).Select((field, number) => field with { Number = number }),
        ];

        public string Name { get; } = $"{Part}.{(Tongue == Tongue.Swedish ? "sv" : "en")}";
    }
}

/// <summary>One stem that counts as a word of a question.</summary>
internal readonly record struct Form(Tongue Tongue, string Stem, float Weight);
