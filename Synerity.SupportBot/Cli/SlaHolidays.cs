using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// <c>sla holidays --year 2027</c>: a JSON array with an object for each Swedish holiday and eve, by date:
/// <c>date, weekday, name, kind</c> (helgdag or afton) and <c>closes_a_weekday</c>.
/// </summary>
internal static class SlaHolidays
{
    private const int LawInForce = 1990;
    private const int LastYear = 9999;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public static Command Command()
    {
        var year = new Option<int>("--year")
        {
            Description = $"The year, {LawInForce} to {LastYear}.",
            Required = true,
            CustomParser = Year,
        };
        var command = new Command("holidays", "Swedish public holidays by law, and the three eves.") { year };
        command.SetAction(async (parsed, cancellation) =>
        {
            var rows = SwedishHolidays.In(parsed.GetValue(year)).Select(Row.Of);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(rows, Json).AsMemory(), cancellation);
            return CommandLine.Fine;
        });
        return command;
    }

    private static int Year(ArgumentResult given)
    {
        if (given.Tokens is [var word] && int.TryParse(word.Value, CultureInfo.InvariantCulture, out var year) && year is >= LawInForce and <= LastYear)
        {
            return year;
        }

        given.AddError($"--year must be {LawInForce} to {LastYear}.");
        return LawInForce;
    }

    private sealed record Row(string Date, string Weekday, string Name, string Kind, bool ClosesAWeekday)
    {
        public static Row Of(Holiday holiday) => new(
            holiday.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            holiday.Date.ToString("ddd", CultureInfo.InvariantCulture),
            holiday.Name.Swedish,
            holiday.Kind == HolidayKind.Eve ? "afton" : "helgdag",
            holiday.FallsOnWeekday);
    }
}
