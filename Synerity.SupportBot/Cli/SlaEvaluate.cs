using System.CommandLine;

namespace Synerity.SupportBot.Cli;

/// <summary><c>sla evaluate</c>: tickets as JSON lines, a result line each (<see cref="JsonLines"/>). The operations and their fields: <see cref="SlaLine"/>.</summary>
internal static class SlaEvaluate
{
    public static Command Command(TextReader input)
    {
        var command = new Command("evaluate", "Evaluates tickets: JSON lines on standard input, a result line each on standard output.");
        command.SetAction(parsed =>
        {
            var calendars = new CalendarCache();
            return JsonLines.Run(input, parsed.InvocationConfiguration, line => SlaLine.Read(line, calendars));
        });
        return command;
    }
}
