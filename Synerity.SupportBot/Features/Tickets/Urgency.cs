using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Whether words say that it is acute, or that it no longer is. A statement counts (<em>det här är akut</em>), a cry (<em>HJÄLP!!</em>), and
/// <em>akut</em> as the first or last word; a question about acute help does not, nor <em>när det är akut</em>, nor <em>inte akut</em>. In doubt
/// it is not: an ordinary question gets its ordinary answer, which has a way to the alarm as well.
/// </summary>
internal static partial class Urgency
{
    private const int FewWords = 3;

    public static bool IsIn(string words)
    {
        var plain = Plain(words);
        if (Denied().IsMatch(plain)) return false;
        if (Stated().IsMatch(plain)) return true;
        return !IsQuestion(plain) && (AtTheEdge().IsMatch(plain) || Stopped().IsMatch(plain) || Cry().IsMatch(words));
    }

    /// <summary><em>Det är inte akut längre.</em></summary>
    public static bool IsOver(string words) => Over().IsMatch(Plain(words));

    /// <summary>The words say hardly more than that it is acute, so they are about something said before.</summary>
    public static bool IsBare(string words) => Without(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewWords;

    /// <summary>What it is about.</summary>
    public static string Without(string words) => Noise().Replace(words, " ").Trim(' ', ',', '.', '!', ':', '-', '\n');

    private static bool IsQuestion(string plain) => Question().IsMatch(plain);

    /// <summary>Lower case without dots and rings, as people without a Swedish keyboard write it; the marks that end a sentence stay.</summary>
    private static string Plain(string words) =>
        string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');

    [GeneratedRegex(@"\b(inte|ej|icke|inget|inga|aldrig|not|isn'?t|no|nothing) (\w+ )?(akut\w*|acute|urgent|emergency)\b|\bdet akuta\b")]
    private static partial Regex Denied();

    [GeneratedRegex(@"(?<!\b(nar|om|ifall|innan|fast|hur|att|vad|some?|when|if|whether|that|how|what) )\b((det har|det|detta|laget|this|it) (ar|is)|it'?s|this is) (sa |jatte|super|verkligen |riktigt |valdigt |nu |really |very |so |an? |extremely )*(akut|krislage|nodlage|kris|acute|urgent|emergency)\b")]
    private static partial Regex Stated();

    [GeneratedRegex(@"^(jatte|super)?(akut|acute|urgent|emergency|nodlage|krislage)\b(?! (hjalp|arende|incident|fel|support|telefon|lage|help|ticket|fault|phone)\w*)|\b(jatte|super)?(akut|urgent)[ .!]*$")]
    private static partial Regex AtTheEdge();

    [GeneratedRegex(@"\b(allt|allting|verksamheten|foretaget|produktionen|leveranserna) (star|har) (helt )?(still|stilla|stannat|stoppat)\b|\b(everything|business|production|work) has (completely )?stopped\b|\beverything is down\b")]
    private static partial Regex Stopped();

    /// <summary>In capitals, or first and with more than one mark after it; on the words as they were written.</summary>
    [GeneratedRegex(@"\b(HJÄLP|HJALP|HELP)\b(?=.*[a-zåäö])|^(?i:hej|hi|hello)?[ ,.!]*(?i:hjälp|hjalp|help) ?!{2,}", RegexOptions.Singleline)]
    private static partial Regex Cry();

    [GeneratedRegex(@"\?[ !]*$|^(hur|vad|vem|vilka|vilken|vilket|nar|var|vart|varfor|ingar|finns|far|kan|har man|har vi|gar|ar|racker|raknas|galler|how|what|who|which|when|where|why|does|do|is|are|can|could|may|should)\b|\b(hur|vad|how|what) (gor|bjuder|kan|far|byter|lagger|do|can|should)\b")]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(inte|ej) (langre )?akut( langre| nu| mer)?\b|\b(no longer|not) (acute|urgent)( any ?more| now)?\b|\bisn'?t (acute|urgent) any ?more\b")]
    private static partial Regex Over();

    [GeneratedRegex(@"(?i:\b(jätte|super)?akut\w*\b|\burgent\b|\bacute\b|\bemergency\b|\bhjälp\b|\bhelp\b|\b(det här|det|detta|this|it) (är|is)\b|\bit's\b|\bnu\b|\bnow\b|!)")]
    private static partial Regex Noise();
}
