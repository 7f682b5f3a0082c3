namespace Synerity.SupportBot.Language;

/// <summary>The two languages the bot speaks. Swedish is the default of everybody who has not chosen.</summary>
public enum Tongue
{
    Swedish,
    English,
}

/// <summary>One sentence in both languages: a missing translation does not compile.</summary>
/// <param name="Swedish">As a Swede writes it.</param>
/// <param name="English">As an Englishman writes it.</param>
public readonly record struct Text(string Swedish, string English)
{
    public string In(Tongue tongue) => tongue == Tongue.Swedish ? Swedish : English;

    /// <summary>The same words in both languages: names, ticket keys, what people wrote.</summary>
    public static Text Same(string words) => new(words, words);

    public static Text operator +(Text left, Text right) => new(left.Swedish + right.Swedish, left.English + right.English);
}

/// <summary>Who reads a text: in which language, and in which zone clock times are told.</summary>
public readonly record struct Reader(Tongue Tongue, TimeZoneInfo Zone);

public static class Tongues
{
    /// <summary>BCP 47, for screen readers.</summary>
    public static string Lang(this Reader reader) => reader.Tongue == Tongue.Swedish ? "sv" : "en";
}
