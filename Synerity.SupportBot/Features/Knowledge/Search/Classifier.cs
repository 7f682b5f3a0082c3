using System.Numerics;
using System.Runtime.InteropServices;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>Something learnt from: traits with their strengths, and which class it belongs to.</summary>
internal readonly record struct Example(int[] Traits, float[] Strengths, int Class);

/// <summary>
/// Softmax regression over sparse traits, trained in memory within a second by AdaGrad in a fixed order: the same articles always give the same
/// answers. Safe for any number of threads once trained.
/// </summary>
internal sealed class Classifier
{
    private const float Rate = 0.1f;
    private const float Tiny = 1e-6f;

    /// <summary>Steps smaller than this teach nothing.</summary>
    private const float Negligible = 1e-3f;

    private readonly float[][] _weights;
    private readonly float[] _bias;

    private Classifier(int traits, int classes)
    {
        _weights = [.. Enumerable.Range(0, traits).Select(_ => new float[classes])];
        _bias = new float[classes];
    }

    public static Classifier Train(IReadOnlyList<Example> examples, int traits, int classes, int rounds)
    {
        var made = new Classifier(traits, classes);
        var (squares, biasSquares) = (made._weights.Select(_ => new float[classes]).ToArray(), new float[classes]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var chance = new Random(1);
        var (errors, among) = (new float[classes], new int[classes]);
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(order);
            foreach (var i in order)
            {
                made.Predict(examples[i], errors);
                errors[examples[i].Class] -= 1;
                var wrong = Wrong(errors, among);
                Learn(made._bias, biasSquares, errors, wrong, 1);
                for (var k = 0; k < examples[i].Traits.Length; k++)
                {
                    var trait = examples[i].Traits[k];
                    Learn(made._weights[trait], squares[trait], errors, wrong, examples[i].Strengths[k]);
                }
            }
        }

        return made;
    }

    /// <summary>Fills <paramref name="chances"/>, one for each class, which add up to 1.</summary>
    public void Predict(Example example, float[] chances)
    {
        _bias.CopyTo(chances, 0);
        for (var k = 0; k < example.Traits.Length; k++) AddTo(chances, _weights[example.Traits[k]], example.Strengths[k]);
        var (most, sum) = (chances.Max(), 0f);
        for (var c = 0; c < chances.Length; c++) sum += chances[c] = MathF.Exp(chances[c] - most);
        for (var c = 0; c < chances.Length; c++) chances[c] /= sum;
    }

    private static void AddTo(float[] sums, float[] weights, float strength)
    {
        var to = Vectors(sums);
        var from = Vectors(weights);
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * strength;
        for (var i = to.Length * Vector<float>.Count; i < sums.Length; i++) sums[i] += weights[i] * strength;
    }

    /// <summary>The classes that are wrong by enough to learn from: most of them at first, then few.</summary>
    private static ReadOnlySpan<int> Wrong(float[] errors, int[] among)
    {
        var count = 0;
        for (var c = 0; c < errors.Length; c++)
        {
            if (Math.Abs(errors[c]) >= Negligible) among[count++] = c;
        }

        return among.AsSpan(0, count);
    }

    /// <summary>A step against the error of each wrong class, the smaller the more often the trait has been stepped.</summary>
    private static void Learn(float[] weights, float[] squares, float[] errors, ReadOnlySpan<int> wrong, float strength)
    {
        foreach (var c in wrong)
        {
            var slope = errors[c] * strength;
            squares[c] += slope * slope;
            weights[c] -= Rate * slope / MathF.Sqrt(squares[c] + Tiny);
        }
    }

    private static Span<Vector<float>> Vectors(float[] numbers) => MemoryMarshal.Cast<float, Vector<float>>(numbers.AsSpan());
}
