namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>Where a text that is still coming may be cut. Pure.</summary>
internal static class Sentences
{
    /// <summary>How much of the text is whole lines and sentences; the number of a step is not one.</summary>
    public static int CompleteLength(string text)
    {
        for (var end = text.Length - 1; end > 0; end--)
        {
            if (text[end] == '\n') return end;
            if (char.IsWhiteSpace(text[end]) && text[end - 1] is '.' or '!' or '?' && !IsStepNumber(text, end - 1)) return end;
            if (char.IsWhiteSpace(text[end]) && text[end - 1] == ']') return end;
        }

        return 0;
    }

    /// <summary>The sentences, without numbers of steps.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var from = 0;
            for (var i = 0; i < line.Length; i++)
            {
                var ends = i == line.Length - 1 || (line[i] is '.' or '!' or '?' && char.IsWhiteSpace(line[i + 1]) && !IsStepNumber(line, i));
                if (!ends) continue;
                yield return line[from..(i + 1)].Trim();
                from = i + 1;
            }
        }
    }

    private static bool IsStepNumber(string text, int dot)
    {
        var start = text.LastIndexOf('\n', dot) + 1;
        return text[dot] == '.' && dot > start && text[start..dot].Trim().All(char.IsAsciiDigit);
    }
}
