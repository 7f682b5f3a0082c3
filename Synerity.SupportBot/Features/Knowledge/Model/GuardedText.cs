using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>The words of an answer as they come: shown sentence by sentence, each only once the guard has passed it.</summary>
internal sealed partial class GuardedText(AnswerGuard guard, Action<string> show)
{
    private string _text = "";
    private int _shown;

    /// <summary>The model says that the passages do not answer.</summary>
    public bool IsAbstained => _text.AsSpan().Trim().Trim("[].\"`*").SequenceEqual(Prompts.NoAnswer);

    public Breach Breach { get; private set; }

    public string Words => _text.Trim();

    /// <summary>False: no more of it is wanted.</summary>
    public bool Take(string piece)
    {
        _text += piece;
        if (MayAbstain()) return true;
        var complete = Sentences.CompleteLength(_text);
        if (complete <= _shown && _text.Length <= AnswerGuard.MostText) return true;
        Breach = guard.Check(_text[..Math.Max(complete, _text.Length > AnswerGuard.MostText ? _text.Length : 0)].Trim());
        if (Breach != Breach.None) return false;
        _shown = complete;
        if (Words.Length > 0) show(Escaped(_text[..complete].Trim()));
        return true;
    }

    /// <summary>Judges the whole, when no more comes.</summary>
    public void End() => Breach = Breach == Breach.None ? guard.CheckWhole(Words) : Breach;

    /// <summary>As Markdown that means just these words; each step a paragraph of its own. What was the beginning stays the beginning.</summary>
    public static string Escaped(string words) => Lines().Replace(Special().Replace(words, @"\$0"), "\n\n");

    private bool MayAbstain() => _text.AsSpan().TrimStart().TrimStart("[\"`*") is var start
        && (start.StartsWith(Prompts.NoAnswer) || Prompts.NoAnswer.AsSpan().StartsWith(start)) && start.Length <= Prompts.NoAnswer.Length + 4;

    [GeneratedRegex(@"[\\*_`#>|~]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Lines();
}
