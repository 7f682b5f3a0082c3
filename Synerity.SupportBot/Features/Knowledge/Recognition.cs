using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Which language something is written in.</summary>
public enum Recognised
{
    /// <summary>Too short or too mixed to say.</summary>
    Unclear,
    Swedish,
    English,

    /// <summary>Clearly a third one.</summary>
    Other,
}

/// <summary>
/// Tells languages apart by their small words, which nobody borrows: product words are English in Swedish sentences too. Careful: what is not
/// clear is answered in the reader's language.
/// </summary>
public static partial class Recognition
{
    private static readonly FrozenSet<string> Swedish = Words(
        "och att det är som för på med inte till kan jag ni vi hur vad när från eller har hade min mitt mina våra vårt den ett finns får där vill ska varför vilken våran man om av");

    private static readonly FrozenSet<string> English = Words(
        "the and is are my our how what when from or have has had that this these for with not can do does did we you they it its a an to of on in why which where who would should cannot");

    private static readonly FrozenSet<string> Others = Words(
        "ich nicht und der die das ist wie kann wir mein einen warum ikke hvordan jeg hvad hva hvorfor noe noget mitä miten voi onko ei että como puedo qué por para una los las je comment pas est les une pourquoi nie jak jest się czy kan niet het een waarom hoe wat");

    public static Recognised Of(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(found => found.Value).ToList();
        if (words.Count == 0) return text.Count(char.IsLetter) >= 3 ? Recognised.Other : Recognised.Unclear;
        var swedish = words.Count(Swedish.Contains) + words.Count(word => word.AsSpan().ContainsAny('å', 'ä', 'ö'));
        var english = words.Count(English.Contains);
        var other = words.Count(Others.Contains);
        if (other >= 2 && other > swedish && other > english) return Recognised.Other;
        if (swedish >= 2 && swedish >= 2 * english) return Recognised.Swedish;
        return english >= 2 && english >= 2 * swedish ? Recognised.English : Recognised.Unclear;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words in Latin letters: another script is another language.</summary>
    [GeneratedRegex(@"[a-zà-öø-ÿœßąćęłńśźżőű]+")]
    private static partial Regex Word();
}
