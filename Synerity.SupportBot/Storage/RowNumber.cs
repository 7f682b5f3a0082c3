using System.Globalization;

namespace Synerity.SupportBot.Storage;

/// <summary>The data of a counter's row: the last number given out, as JSON.</summary>
internal static class RowNumber
{
    public static string Data(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="data">Null before the first number.</param>
    /// <exception cref="InvalidDataException">The row is not a counter.</exception>
    public static long After(string partition, string counter, string? data)
    {
        if (data is null)
        {
            return 1;
        }

        return long.TryParse(data, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? checked(last + 1)
            : throw new InvalidDataException($"Row {counter} of {partition} is used as a counter but does not hold a number.");
    }
}
