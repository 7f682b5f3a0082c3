using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// What somebody says when asked whether a solution works. Only words that can mean nothing else are taken for a yes: whatever says more is
/// for the technician to read.
/// </summary>
internal static class SolvedWords
{
    internal enum Verdict
    {
        /// <summary>Says more than yes or no.</summary>
        Words,
        Works,
        Thanks,
        DoesNotWork,
    }

    private static readonly HashSet<string> Yes =
    [
        "ja", "japp", "jo", "jadå", "jajamän", "yes", "yep", "yeah", "fungerar", "funkar", "funka", "löst", "löste", "ok", "okej", "works", "work", "working", "solved", "fixed",
    ];

    private static readonly HashSet<string> No =
    [
        "nej", "nä", "nope", "no", "inte", "ej", "not", "doesn't", "doesnt", "isn't", "isnt", "didn't", "didnt", "fortfarande", "still",
    ];

    private static readonly HashSet<string> Courtesy =
    [
        "tack", "tackar", "tusen", "så", "mycket", "för", "hjälpen", "hjälp", "hjälpt", "snabb", "snabba", "thanks", "thank", "you", "very", "much", "a", "lot", "for", "the", "help", "cheers",
        "bra", "fint", "perfekt", "toppen", "kanon", "super", "härligt", "skönt", "great", "perfect", "good", "lovely", "brilliant",
    ];

    private static readonly HashSet<string> Filler =
    [
        "det", "den", "allt", "nu", "igen", "som", "ska", "är", "gör", "sig", "här", "hos", "mig", "oss", "kan", "jag", "bekräfta", "att", "har", "redan", "already", "has", "been", "itself", "it", "it's", "its", "is", "now", "all",
        "again", "here", "me", "us", "does", "as", "should",
    ];

    /// <summary>True where no solution has been asked about: <em>ja</em> may then answer something else, <em>det löste sig</em> does not.</summary>
    public static bool SaysSolved(string text) =>
        Of(text) == Verdict.Works && CommandList.Normal(text).Split([' ', ',', '.', '!', '-', '\n']).Any(word => word is "löst" or "löste" or "solved");

    public static Verdict Of(string text)
    {
        var words = CommandList.Normal(text).Split([' ', ',', '.', '!', '?', ':', ';', '–', '-', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || text.Contains('?', StringComparison.Ordinal) || !words.All(word => Yes.Contains(word) || No.Contains(word) || Courtesy.Contains(word) || Filler.Contains(word))) return Verdict.Words;
        if (words.Any(No.Contains)) return Verdict.DoesNotWork;
        if (words.Any(Yes.Contains)) return Verdict.Works;
        return words.Any(Courtesy.Contains) ? Verdict.Thanks : Verdict.Words;
    }
}
