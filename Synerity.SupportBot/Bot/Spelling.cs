namespace Synerity.SupportBot.Bot;

/// <summary>How far two words are from each other.</summary>
public static class Spelling
{
    /// <summary>The number of letters to insert, delete, replace or swap with their neighbour.</summary>
    public static int Distance(string left, string right)
    {
        var (older, old, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) old[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + same);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], older[j - 2] + 1);
            }

            (older, old, row) = (old, row, older);
        }

        return old[right.Length];
    }
}
