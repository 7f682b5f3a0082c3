using System.Globalization;
using Synerity.SupportBot.Storage;
using Xunit.Abstractions;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>
/// The bot is killed again and again in the middle of its work. What was answered stays, what was not is delivered again, nothing is lost
/// and nothing happens twice. <c>KILL_ROUNDS</c> sets how often, <c>KILL_SEED</c> repeats a run.
/// </summary>
public sealed class KillLoopTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Setting("KILL_ROUNDS", 16);
    private static readonly int Seed = Setting("KILL_SEED", Environment.TickCount);

    private readonly Random _chance = new(Seed);
    private readonly List<Turned> _turns = [];
    private int _sending;

    [Fact]
    public async Task What_was_answered_survives_every_kill_and_is_told()
    {
        await using var town = await Town.StartAsync();
        town.Connector.Pause = _ => Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(120)), TimeProvider.System);
        var bot = await BotProcess.StartAsync(town.Settings(), town.Folder);
        Assert.Equal(200, (await town.PostAsync(bot, town.ChooseChannel()))?.Status);
        for (var round = 0; round < Rounds; round++)
        {
            await WorkAsync(town, bot, round);
            if (town.Connector.Open > 0) _sending++;
            await bot.KillAsync();
            await bot.DisposeAsync();
            bot = await BotProcess.StartAsync(town.Settings(), town.Folder);
            await RedeliverAsync(town, bot);
        }

        using var rows = new SqliteRows(Path.Combine(town.Folder, "bot.db"), besideTheBot: true);
        await Told.SettledAsync(rows, bot);
        output.WriteLine($"seed {Seed}: {Rounds} kills, {_sending} during sends, {_turns.Count} turns, {_turns.Count(turn => turn.Lost)} cut off, "
            + $"{town.Connector.Calls.Count} calls, {await new Told(town, rows).CheckAsync(_turns)} extra copies");
        await bot.DisposeAsync();
    }

    /// <summary>Some turns at once; returns a moment after the first was answered.</summary>
    private async Task WorkAsync(Town town, BotProcess bot, int round)
    {
        var before = _turns.Where(turn => turn.Kind == "open").ToList();
        var turns = new List<Turned>();
        for (var i = 0; i < 4; i++)
        {
            var (who, what) = (Pick(Town.Customers), $"Round {round} ticket {i} is broken");
            turns.Add(new("open", what, town.Open(who, what), who));
        }

        for (var i = 0; i < 2 && before.Count > 0; i++)
        {
            var (ticket, technician, words) = (Pick(before), Pick(Town.Technicians), $"Round {round} answer {i} is ready");
            turns.Add(new("take", ticket.What, town.Take(technician, ticket.Ticket!), technician));
            turns.Add(new("answer", words, town.Answer(technician, ticket.Ticket!, words), ticket.Who));
        }

        _turns.AddRange(turns);
        var answers = turns.Select(turn => turn.DeliverAsync(town, bot)).ToList();
        await Task.WhenAny(answers);
        await Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(60)), TimeProvider.System);
    }

    /// <summary>As Teams does with what was not answered, and now and then with what was.</summary>
    private async Task RedeliverAsync(Town town, BotProcess bot)
    {
        foreach (var turn in _turns)
        {
            await turn.Delivery;
            if (turn.Answered && _chance.Next(20) > 0) continue;
            turn.Lost |= !turn.Answered;
            await turn.DeliverAsync(town, bot);
            Assert.True(turn.Answered, $"{turn.Kind} {turn.What} was not answered:\n{bot.Said}");
        }
    }

    private T Pick<T>(IReadOnlyList<T> among) => among[_chance.Next(among.Count)];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
