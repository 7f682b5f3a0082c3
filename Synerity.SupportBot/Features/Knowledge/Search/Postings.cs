using System.Collections.Concurrent;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>Which articles have a stem, and how strongly.</summary>
internal sealed record Said(int[] Articles, float[] Weights);

/// <summary>Stem → the articles that have it, read from the index once and then remembered.</summary>
/// <param name="read">Adds to each article's weight; false when no article has the stem.</param>
internal sealed class Postings(int articles, Func<Tongue, string, float[], bool> read)
{
    /// <summary>Stems that are remembered; what people misspell has no end.</summary>
    private const int Most = 100_000;

    private static readonly Said Nowhere = new([], []);

    private readonly ConcurrentDictionary<(Tongue Tongue, string Stem), Said> _known = new();

    public Said Of(Form form)
    {
        var key = (form.Tongue, form.Stem);
        if (_known.TryGetValue(key, out var known)) return known;
        var said = Read(form);
        if (_known.Count < Most) _known.TryAdd(key, said);
        return said;
    }

    private Said Read(Form form)
    {
        var weights = new float[articles];
        if (!read(form.Tongue, form.Stem, weights)) return Nowhere;
        var numbers = Enumerable.Range(0, articles).Where(number => weights[number] > 0).ToArray();
        return new(numbers, [.. numbers.Select(number => weights[number])]);
    }
}
