using System.Text;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

/// <summary>A command as it was listed at start: its words and who may use it, without the handler.</summary>
public sealed record CommandEntry(CommandWords Words, Func<Caller, bool> IsFor, Type Handler);

/// <summary>Everything that can be written. Help, the router and the app manifest read the same list.</summary>
public sealed class CommandList(IEnumerable<CommandEntry> entries)
{
    /// <summary>Equal words of two commands for different callers stand in the order they were listed.</summary>
    private readonly IReadOnlyList<(string Words, CommandEntry Entry)> _words =
        [.. entries.SelectMany(entry => entry.Words.Swedish.Concat(entry.Words.English).Distinct().Select(words => (words, entry)))];

    /// <summary>What help shows this caller.</summary>
    public IEnumerable<(Text Words, Text Help)> HelpFor(Caller caller) =>
        from entry in entries
        where entry.Words.Help is not null && entry.IsFor(caller)
        select (entry.Words.First, entry.Words.Help!.Value);

    /// <summary>The command that was written, whole and with nothing after it; null when it is none.</summary>
    public CommandEntry? Find(Caller caller, string text)
    {
        var written = Normal(text);
        return _words.FirstOrDefault(pair => pair.Words == written && pair.Entry.IsFor(caller)).Entry;
    }

    /// <summary>A command within two slips of the pen of what was written; null when nothing is that near.</summary>
    public Text? Nearest(Caller caller, string text)
    {
        var written = Normal(text);
        if (written.Length is < 4 or > 30) return null;
        var near = _words
            .Where(pair => pair.Entry.IsFor(caller) && pair.Entry.Words.Help is not null && pair.Words.Length >= 4)
            .Select(pair => (pair.Entry, Distance: Spelling.Distance(written, pair.Words)))
            .Where(pair => pair.Distance <= (written.Length < 7 ? 1 : 2))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return near.Entry?.Words.First;
    }

    /// <summary>Lower case, composed, single spaces, without the marks that end a sentence.</summary>
    public static string Normal(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim('.', '!', '?', ',', ':', ';', '"', '”', '\'', ' ');
}
