namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// Whether the evidence is good enough to answer: a logistic rule over five signals. Its numbers were fitted to one set of questions and judged
/// on another; the tests print both.
/// </summary>
internal static class Trust
{
    /// <summary>Above it the bot answers: about one answerable question in fifty is then passed on to a person for nothing.</summary>
    private const double Enough = 0.1;

    public static bool Answers(Evidence evidence) => double.IsNaN(evidence.Chance) ? ByWords(evidence) >= 0 : ByAll(evidence) >= Enough;

    private static double ByAll(Evidence evidence) =>
        -6.083 + (0.398 * LogOdds(evidence.Chance)) - (0.454 * LogOdds(evidence.Elsewhere))
        + (1.070 * Math.Log(1 + evidence.Words)) + (1.395 * evidence.Coverage) + (2.557 * Math.Log(1 + evidence.Telling));

    /// <summary>Where there are too many articles to learn from their questions.</summary>
    private static double ByWords(Evidence evidence) => -4 + (1.5 * Math.Log(1 + evidence.Words)) + (3 * evidence.Coverage);

    private static double LogOdds(double chance) => Math.Log((chance + 1e-4) / (1 - chance + 1e-4));
}
