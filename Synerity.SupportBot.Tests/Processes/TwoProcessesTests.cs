using System.Text.Json.Nodes;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>Two processes of the bot on the same tables, as in Azure: what one of them stores, whoever holds the conversation sends.</summary>
[Collection(nameof(Azurite))]
public sealed class TwoProcessesTests(Azurite azurite)
{
    private const int Deliveries = 24;

    [Fact]
    public async Task They_open_each_ticket_once_tell_the_channel_once_and_take_over_from_each_other()
    {
        await using var town = await Town.StartAsync();
        var settings = town.Settings(
            ("Storage:Provider", "AzureTables"), ("Storage:ConnectionString", azurite.ConnectionString),
            ("Storage:TablePrefix", $"t{Guid.NewGuid():N}"), ("Outbox:LeaseSeconds", "30"));
        var rows = new AzureTableRows(options => new(azurite.ConnectionString, settings["Storage:TablePrefix"] + "rows", options), TimeProvider.System);

        // The first one holds every lease before the second comes.
        await using var first = await BotProcess.StartAsync(settings, town.Folder);
        Assert.Equal(200, (await town.PostAsync(first, town.ChooseChannel()))?.Status);
        await LeasedAsync(rows);
        await using var second = await BotProcess.StartAsync(settings, town.Folder);

        var turns = await OpenAsync(town, first, second);
        var (customer, ticket) = (turns[0].Who, turns[0].Ticket!);
        await AnswerAsync(town, [first, second], ticket, customer, 0, 6);
        await Told.SettledAsync(rows, second);
        Assert.Equal(0, await new Told(town, rows).CheckAsync(turns));

        await first.KillAsync();
        await AnswerAsync(town, [second], ticket, customer, 6, 9);
        await Told.SettledAsync(rows, second);

        Assert.Equal(Enumerable.Range(0, 9).Select(Words), Answers(town, customer));
    }

    /// <summary>Each form is delivered to both at the same moment.</summary>
    private static async Task<List<Turned>> OpenAsync(Town town, BotProcess first, BotProcess second)
    {
        var turns = new List<Turned>();
        for (var i = 0; i < Deliveries; i++)
        {
            var (who, what) = (Town.Customers[i % Town.Customers.Count], $"Machine {i} does not start");
            var turn = new Turned("open", what, town.Open(who, what), who);
            var same = new Turned("open", what, (JsonObject)turn.Activity.DeepClone(), who);
            await Task.WhenAll(turn.DeliverAsync(town, first), same.DeliverAsync(town, second));
            Assert.Equal(turn.Ticket, same.Ticket);
            turns.Add(turn);
        }

        return turns;
    }

    /// <summary>One answer after the other, stored by one process and the other in turn.</summary>
    private static async Task AnswerAsync(Town town, BotProcess[] bots, string ticket, Someone customer, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var turn = new Turned("answer", Words(i), town.Answer(Town.Technicians[i % 2], ticket, Words(i)), customer);
            await turn.DeliverAsync(town, bots[i % bots.Length]);
            Assert.True(turn.Answered);
        }
    }

    private static IEnumerable<string> Answers(Town town, Someone customer) => town.Connector.Calls
        .Where(call => call.Method == "POST" && call.ConversationId == customer.Chat && call.Text is null)
        .Select(call => call.Body!.Value.GetRawText())
        .Where(body => body.Contains("Answer number", StringComparison.Ordinal))
        .Select(body => Words(int.Parse(body.AsSpan(body.IndexOf("Answer number", StringComparison.Ordinal) + 14, 1), System.Globalization.CultureInfo.InvariantCulture)));

    private static string Words(int number) => $"Answer number {number}";

    private static async Task LeasedAsync(AzureTableRows rows)
    {
        for (var shard = 0; shard < SupportBot.Outbox.Shards.Count; shard++)
        {
            var partition = $"lease|{SupportBot.Outbox.Shards.Name(shard)}";
            while (await rows.ReadAsync(partition, "lease", default) is null) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
