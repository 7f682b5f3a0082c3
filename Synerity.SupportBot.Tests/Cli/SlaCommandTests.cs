using System.Text.Json;
using Synerity.SupportBot.Cli;

namespace Synerity.SupportBot.Tests.Cli;

public sealed class SlaCommandTests
{
    private const string Night = """{"tz":"Europe/Stockholm","hours":{"fri":[["22:00","24:00"]],"sat":[["00:00","06:00"]]}}""";

    [Theory]
    [InlineData("sla", true)]
    [InlineData("slaa", true)]
    [InlineData("--help", true)]
    [InlineData("--urls=http://localhost:5000", false)]
    [InlineData("Bot:AppId=1", false)]
    [InlineData("/Bot:AppId=1", false)]
    public void Words_name_commands_and_settings_do_not(string first, bool names) => Assert.Equal(names, CommandLine.Names([first]));

    [Fact]
    public void Without_arguments_the_bot_is_started() => Assert.False(CommandLine.Names([]));

    [Theory]
    [InlineData("unknown")]
    [InlineData("sla")]
    [InlineData("sla unknown")]
    [InlineData("sla holidays")]
    [InlineData("sla holidays --year soon")]
    [InlineData("sla holidays --year 1989")]
    [InlineData("sla evaluate --loud")]
    public async Task Wrong_usage_is_exit_code_2_with_words_and_no_output(string line)
    {
        var (exitCode, output, words) = await SlaCommand.RunAsync(line.Split(' '));

        Assert.Equal((CommandLine.WrongUsage, ""), (exitCode, output));
        Assert.NotEmpty(words);
    }

    [Fact]
    public async Task Holidays_are_a_JSON_array()
    {
        var (exitCode, output, _) = await SlaCommand.RunAsync(["sla", "holidays", "--year", "2027"]);

        var holidays = JsonElement.Parse(output).EnumerateArray().ToArray();
        Assert.Equal((CommandLine.Fine, 16), (exitCode, holidays.Length));
        Assert.Equal(
            """{"date":"2027-06-25","weekday":"Fri","name":"midsommarafton","kind":"afton","closes_a_weekday":true}""",
            string.Concat(holidays[9].GetRawText().Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public async Task A_bad_line_is_told_and_the_rest_goes_on()
    {
        var (exitCode, output, words) = await SlaCommand.RunAsync(
            ["sla", "evaluate"],
            """
            {"id":"a","op":"is_open","at_utc":"2027-05-03T06:00:00Z"}

            not json
            {"id":7,"created_utc":"yesterday"}
            {"id":"b","op":"is_open","at_utc":"2027-05-03T05:59:59Z"}
            """);

        var lines = output.TrimEnd().Split('\n').Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(CommandLine.Findings, exitCode);
        Assert.Equal(["a", null, "7", "b"], lines.Select(line => line.GetProperty("id").ToString() is "" ? null : line.GetProperty("id").ToString()));
        Assert.Equal([false, true, true, false], lines.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal((true, false), (lines[0].GetProperty("open").GetBoolean(), lines[3].GetProperty("open").GetBoolean()));
        Assert.Contains("2", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_lines_are_fine()
    {
        var result = await SlaCommand.RunAsync(["sla", "evaluate"]);

        Assert.Equal((CommandLine.Fine, "", ""), result);
    }

    [Theory]
    [InlineData("""[]""", "not a JSON object")]
    [InlineData("""{"budget_seconds":7200}""", "created_utc is missing")]
    [InlineData("""{"created_utc":"2027-05-03","budget_seconds":-1}""", "budget_seconds")]
    [InlineData("""{"created_utc":"2027-05-03","budget_seconds":"2h"}""", "budget_seconds")]
    [InlineData("""{"created_utc":"2027-05-03","budget_seconds":1.5}""", "budget_seconds")]
    [InlineData("""{"created_utc":"2027-05-03","tier":"PLATINA"}""", "PLATINA")]
    [InlineData("""{"created_utc":"0001-01-01","tier":"GULD"}""", "years")]
    [InlineData("""{"created_utc":"2027-05-03","pauses":7}""", "pauses")]
    [InlineData("""{"created_utc":"2027-05-03","pauses":[{}]}""", "from_utc is missing")]
    [InlineData("""{"created_utc":"2027-05-03","pauses":[{"from_utc":"2027-05-03T10:00:00Z","to_utc":"2027-05-03T09:00:00Z"}]}""", "ends before it starts")]
    [InlineData("""{"created_utc":"2027-05-03","extra_closed_dates":["2027-02-30"]}""", "2027-02-30")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":7}""", "calendar is not an object")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"tz":"Europe/Atlantis"}}""", "Europe/Atlantis")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"monday":[]}}}""", "mon..sun")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"mon":[["17:00","09:00"]]}}}""", "forwards")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"mon":[["09:00","09:00"]]}}}""", "forwards")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"mon":[["09:00","24:01"]]}}}""", "24:01")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"mon":[["09:00"]]}}}""", "pair")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"hours":{"mon":"09:00"}}}""", "mon is not an array")]
    [InlineData("""{"created_utc":"2027-05-03","calendar":{"shifts":{"soon":[]}}}""", "soon")]
    [InlineData("""{"created_utc":"2027-05-03","op":"guess"}""", "guess")]
    [InlineData("""{"op":"between","from_utc":"2027-05-03","to_utc":"2027-05-02"}""", "to_utc is before from_utc")]
    [InlineData("""{"op":"is_open"}""", "at_utc is missing")]
    public async Task Nonsense_is_a_clear_error(string line, string named)
    {
        var result = await SlaCommand.EvaluateOneAsync(line);

        Assert.Contains(named, result.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":7,"op":"\ud800"}""")]
    [InlineData("""{"id":7,"created_utc":"2027-05-03T06:00:00Z","tier":"a\uDC00b"}""")]
    [InlineData("""{"id":7,"op":"is_open","at_utc":"2027-05-03T06:00:00Z","calendar":{"tz":"\ud83d"}}""")]
    [InlineData("""{"id":7,"op":"is_open","at_utc":"2027-05-03T06:00:00Z","calendar":{"shifts":{"\ud83d":[]}}}""")]
    public async Task Half_a_character_in_one_line_does_not_end_the_run(string line)
    {
        var lines = await SlaCommand.EvaluateAsync(line, """{"id":"\ud83d\ude00","op":"is_open","at_utc":"2027-05-03T06:00:00Z"}""");

        Assert.Equal(7, lines[0].GetProperty("id").GetInt32());
        Assert.Contains("half a character", lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(("😀", true), (lines[1].GetProperty("id").GetString(), lines[1].GetProperty("open").GetBoolean()));
    }

    [Fact]
    public async Task A_line_without_now_is_evaluated_as_of_the_last_thing_it_tells()
    {
        var lines = await SlaCommand.EvaluateAsync(
            """{"created_utc":"2040-05-03T08:00:00Z","budget_seconds":7200}""",
            """{"created_utc":"2040-05-03T08:00:00Z","budget_seconds":7200,"pauses":[{"from_utc":"2040-05-03T09:00:00Z","to_utc":"2040-05-03T11:00:00Z"}]}""",
            """{"created_utc":"2040-05-03T08:00:00Z","budget_seconds":7200,"first_response_utc":"2040-05-03T10:00:01Z"}""");

        Assert.Equal(["2040-05-03T10:00:00Z", "2040-05-03T12:00:00Z", "2040-05-03T10:00:00Z"], lines.Select(line => line.GetProperty("due_utc").GetString()));
        Assert.Equal(["on_track", "on_track", "missed"], lines.Select(line => line.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_tier_tells_the_budget_when_the_line_does_not()
    {
        var lines = await SlaCommand.EvaluateAsync(
            """{"created_utc":"2027-05-03T06:00:00Z","tier":"SILVER"}""",
            """{"created_utc":"2027-05-03T06:00:00Z","tier":"SILVER","budget_seconds":null}""");

        Assert.Equal(["2027-05-03T14:00:00Z", null], lines.Select(line => line.GetProperty("due_utc").GetString()));
    }

    [Fact]
    public async Task Between_counts_a_night_that_spans_two_days_and_leaves_pauses_out()
    {
        var lines = await SlaCommand.EvaluateAsync(
            $$"""{"id":1,"calendar":{{Night}},"op":"between","from_utc":"2027-05-06T00:00:00Z","to_utc":"2027-05-09T00:00:00Z"}""",
            $$"""{"id":2,"calendar":{{Night}},"op":"between","from_utc":"2027-05-06T00:00:00Z","to_utc":"2027-05-09T00:00:00Z","pauses":[{"from_utc":"2027-05-07T21:00:00Z","to_utc":"2027-05-07T23:00:00+00:00"}]}""",
            $$"""{"id":3,"calendar":{{Night}},"op":"between","from_utc":"2027-05-06T00:00:00Z","to_utc":"2027-05-09T00:00:00Z","pauses":[{"from_utc":"2027-05-07T21:00:00Z","to_utc":null}]}""");

        Assert.Equal(
            ["""{"id":1,"seconds":28800}""", """{"id":2,"seconds":21600}""", """{"id":3,"seconds":3600}"""],
            lines.Select(line => line.GetRawText()));
    }

    [Fact]
    public async Task A_custom_calendar_knows_its_own_holidays_only()
    {
        const string Calendar = """{"tz":"Europe/London","hours":{"mon":[["09:00","12:00"],["13:00","17:00"]],"fri":[["09:00","17:00"]]},"holidays":["2027-05-03"]}""";

        var lines = await SlaCommand.EvaluateAsync(
            $$"""{"calendar":{{Calendar}},"op":"is_open","at_utc":"2027-05-03T09:00:00Z"}""",
            $$"""{"calendar":{{Calendar}},"op":"is_open","at_utc":"2027-03-26T09:00:00Z"}""",
            $$"""{"calendar":{{Calendar}},"op":"is_open","at_utc":"2027-05-10T11:00:00Z"}""",
            $$"""{"calendar":{{Calendar}},"op":"is_open","at_utc":"2027-05-10T12:00:00Z","extra_closed_dates":["2027-05-10"]}""");

        Assert.Equal([false, true, false, false], lines.Select(line => line.GetProperty("open").GetBoolean()));
    }
}
