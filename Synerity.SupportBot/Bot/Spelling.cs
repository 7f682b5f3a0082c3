namespace Synerity.SupportBot.Bot;

/// <summary>How far two words are from each other.</summary>
public static class Spelling
{
    /// <summary>Longer words than this are not measured on the stack.</summary>
    private const int Short = 64;

    /// <summary>The number of letters to insert, delete, replace or swap with their neighbour.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var width = right.Length + 1;
        Span<int> rows = width <= Short ? stackalloc int[3 * width] : new int[3 * width];
        var older = rows[..width];
        var old = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++) old[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + same);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], older[j - 2] + 1);
            }

            var free = older;
            older = old;
            old = row;
            row = free;
        }

        return old[right.Length];
    }
}
