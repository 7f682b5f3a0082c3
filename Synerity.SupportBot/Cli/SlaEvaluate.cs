using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// <c>sla evaluate</c>: a JSON object a line on standard input, a result line each at once; a line that cannot be used gets
/// <c>{"id","error"}</c> and the rest goes on. Exit code 1 when there was one. Blank lines are passed over. The operations and their
/// fields: <see cref="SlaLine"/>.
/// </summary>
internal static class SlaEvaluate
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command(TextReader input)
    {
        var command = new Command("evaluate", "Evaluates tickets: JSON lines on standard input, a result line each on standard output.");
        command.SetAction(parsed => Run(input, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(TextReader input, InvocationConfiguration streams)
    {
        var (bad, calendars, result) = (0, new CalendarCache(), new ArrayBufferWriter<byte>());
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            result.ResetWrittenCount();
            bad += Answer(line, calendars, result) ? 0 : 1;
            streams.Output.WriteLine(Encoding.UTF8.GetString(result.WrittenSpan));
            streams.Output.Flush();
        }

        if (bad == 0)
        {
            return CommandLine.Fine;
        }

        streams.Error.WriteLine($"{bad} line(s) could not be evaluated; see \"error\".");
        return CommandLine.Findings;
    }

    private static bool Answer(string line, CalendarCache calendars, ArrayBufferWriter<byte> result)
    {
        using var writer = new Utf8JsonWriter(result, Relaxed);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(line);
            SlaLine.Read(document.RootElement, calendars)(writer);
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
        if (document?.RootElement is { ValueKind: JsonValueKind.Object } line && line.TryGetProperty("id", out var id))
        {
            writer.WritePropertyName("id");
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNull("id");
        }

        writer.WriteString("error", problem.ReplaceLineEndings(" "));
        writer.WriteEndObject();
    }
}
