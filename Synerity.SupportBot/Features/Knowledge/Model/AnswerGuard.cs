using System.Globalization;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>Why words of the model are not said.</summary>
internal enum Breach
{
    None,
    TooLong,

    /// <summary>A link, an address, markup, or something that stands for what was masked.</summary>
    Link,

    /// <summary>A number, and so a price, a time or a telephone number, that no passage has.</summary>
    Number,

    /// <summary>A promise, a price or a time in words that no passage has.</summary>
    Promise,

    /// <summary>Asks for a secret, or speaks of its instructions.</summary>
    Secret,
    Citation,
    Language,

    /// <summary>Speaks of something the passages do not.</summary>
    Ungrounded,
}

/// <summary>
/// Holds whatever a model says to what its passages say; it trusts neither the model nor anybody's text. It errs towards refusing, for then
/// the plain answer goes out. Pure.
/// </summary>
internal sealed partial class AnswerGuard
{
    public const int MostText = 1400;

    /// <summary>How many of a sentence's longer words the passages must have.</summary>
    private const double Grounded = 0.5;

    private static readonly HashSet<string> Linking = ["följ", "steg", "stege", "nedan", "sedan", "först", "däref", "också", "även", "annar", "under", "efter", "follo", "steps", "below", "then", "first", "next", "after", "other", "these"];

    private readonly string _source;
    private readonly HashSet<string> _numbers;
    private readonly HashSet<string> _stems;
    private readonly Tongue _tongue;
    private readonly int _passages;

    public AnswerGuard(IReadOnlyList<string> sources, Tongue tongue)
    {
        _source = Normal(string.Join('\n', sources));
        _numbers = [.. Number().Matches(_source).Select(found => found.Value)];
        _stems = [.. StemsOf(_source)];
        (_tongue, _passages) = (tongue, sources.Count);
    }

    /// <summary>What is wrong with words that may be the beginning of an answer.</summary>
    public Breach Check(string text)
    {
        if (text.Length > MostText) return Breach.TooLong;
        var bare = Citation().Replace(text, "");
        if (bare.AsSpan().ContainsAny("[]<") || bare.Contains("&#", StringComparison.Ordinal) || Unknown(Link(), bare)) return Breach.Link;
        if (CitedIn(text).Any(number => number < 1 || number > _passages)) return Breach.Citation;
        if (NumbersIn(bare).Any(number => !_numbers.Contains(number))) return Breach.Number;
        if (Unknown(Duration(), bare) || Unknown(Money(), bare) || Unknown(Promise(), bare) || Unknown(Day(), bare)) return Breach.Promise;
        if (Unknown(Secret(), bare) || Inner().IsMatch(bare)) return Breach.Secret;
        if (!IsIn(_tongue, bare)) return Breach.Language;
        return Sentences.Of(bare).All(IsGrounded) ? Breach.None : Breach.Ungrounded;
    }

    /// <summary>What is wrong with a whole answer: it also says where it comes from.</summary>
    public Breach CheckWhole(string text) => Check(text) is var breach and not Breach.None ? breach : CitedIn(text).Count == 0 ? Breach.Citation : Breach.None;

    /// <summary>The numbers of <c>[n]</c>, each once, ascending.</summary>
    public static IReadOnlyList<int> CitedIn(string text) =>
        [.. Citation().Matches(text).Select(found => int.TryParse(found.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Distinct().Order()];

    private static bool IsIn(Tongue tongue, string text) => Recognition.Of(text) switch
    {
        Recognised.Swedish => tongue == Tongue.Swedish,
        Recognised.English => tongue == Tongue.English,
        Recognised.Other => false,
        _ => true,
    };

    private static IEnumerable<string> NumbersIn(string text) => Number().Matches(StepNumber().Replace(text, "")).Select(found => found.Value);

    private static IEnumerable<string> StemsOf(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(found => found.Value.Length > 5 ? found.Value[..5] : found.Value).Where(stem => !Linking.Contains(stem));

    private static string Normal(string text) => Space().Replace(text.ToLowerInvariant(), " ");

    private bool Unknown(Regex what, string text) => what.Matches(text).Any(found => !_source.Contains(Normal(found.Value).Trim(), StringComparison.Ordinal));

    private bool IsGrounded(string sentence)
    {
        var stems = StemsOf(sentence).Distinct().ToList();
        return stems.Count == 0 || stems.Count(_stems.Contains) >= Grounded * stems.Count;
    }

    [GeneratedRegex(@"\s*\[(?<n>[0-9]{1,4})\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*[0-9]{1,2}[.)](?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex StepNumber();

    [GeneratedRegex(@"[0-9]+(?:[.,:/][0-9]+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|se|net|org|io|dev|eu|info|biz|co|uk|nu|app|ai|me|ru|cn|xyz|link|click|online|site|shop|tk|test|example)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:[0-9]+(?:[.,][0-9]+)?|ett?|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|femton|tjugo|trettio|några|någon|halv\w*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a few|few|couple of|some|half an)[ -]?\s?(?:sekund|minut|tim[me]|dygn|dag|vardag|arbetsdag|veck|månad|second|minute|hour|day|business day|working day|week|month)\p{L}*", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?:[0-9]\S*\s*)?(?:[€$£]|\b(?:kr|kronor|krona|sek|euro|eur|dollar|dollars|usd|pounds?|procent|per ?cent)\b|%)(?:\s*[0-9]+)?|\b(?:gratis|kostnadsfri\w*|rabatt\w*|återbetal\w*|ersättning\w*|refund\w*|discount\w*|compensat\w*)\b|free of charge|for free", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:vi|jag|synerity|supporten|tekniker|teknikern|någon)\s+(?:\w+\s+){0,2}?(?:ringer|återkommer|hör|lovar|garanterar|fixar|åtgärdar|ordnar|betalar|ersätter|återbetalar|skickar|löser|bjuder|kommer|ska|svarar|hjälper)\b|\b(?:we|i|synerity|support|technician|somebody|someone)(?:['’]ll|\s+(?:\w+\s+)?(?:will|shall|can|promise|guarantee|are going to|is going to))\b|\b(?:lov(?:ar|as|ad)|löfte\w*|garanti\w*|garanter\w*|promis\w*|guarantee\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\b(?:i ?dag|i ?morgon|i ?kväll|omgående|omedelbart|today|tomorrow|tonight|immediately|straight away|right away|måndag\w*|tisdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lördag\w*|söndag\w*|monday(?!\.com)|tuesday|wednesday|thursday|friday|saturday|sunday)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:lösenord\w*|password\w*|pin-?kod\w*|api[- ]?(?:nyckel\w*|key\w*)|token\w*|kortnummer\w*|card number\w*|personnummer\w*|bank-?id\w*|(?:skicka|mejla|uppge|svara med|dela|send|reply with|share|tell)\s[^.\n]{0,40}(?:lösenord\w*|password\w*|kod\w*|code\w*|nyckel\w*|key\w*|token\w*))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"NO_ANSWER|system ?prompt|\b(?:mina|my|dina|your|previous|tidigare) (?:instruktioner|instructions|regler|rules)\b|\bas an ai\b|språkmodell|language model", RegexOptions.IgnoreCase)]
    private static partial Regex Inner();
}
