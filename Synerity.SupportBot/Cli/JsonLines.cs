using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// A JSON object a line on standard input, a result line each at once. A line that cannot be used gets <c>{"id","error"}</c> and the rest
/// goes on; exit code 1 when there was one. Blank lines are passed over.
/// </summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="answer">Reads a line and returns what writes its result; throws <see cref="FormatException"/> with what is wrong with it.</param>
    public static int Run(TextReader input, InvocationConfiguration streams, Func<JsonElement, Action<Utf8JsonWriter>> answer)
    {
        var (bad, result) = (0, new ArrayBufferWriter<byte>());
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            result.ResetWrittenCount();
            bad += Answer(line, answer, result) ? 0 : 1;
            streams.Output.WriteLine(Encoding.UTF8.GetString(result.WrittenSpan));
            streams.Output.Flush();
        }

        if (bad == 0) return CommandLine.Fine;
        streams.Error.WriteLine($"{bad} line(s) could not be used; see \"error\".");
        return CommandLine.Findings;
    }

    private static bool Answer(string line, Func<JsonElement, Action<Utf8JsonWriter>> answer, ArrayBufferWriter<byte> result)
    {
        using var writer = new Utf8JsonWriter(result, Relaxed);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(line);
            if (!JsonText.IsUnicode(document.RootElement)) throw new FormatException("the line " + JsonText.HalfASign);
            answer(document.RootElement)(writer);
            return true;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            WriteError(writer, document, problem.Message);
            return false;
        }
        finally
        {
            document?.Dispose();
        }
    }

    private static void WriteError(Utf8JsonWriter writer, JsonDocument? document, string problem)
    {
        writer.WriteStartObject();
        if (document is not null) LineResult.Id(writer, document.RootElement);
        else writer.WriteNull("id");

        writer.WriteString("error", problem.ReplaceLineEndings(" "));
        writer.WriteEndObject();
    }
}
