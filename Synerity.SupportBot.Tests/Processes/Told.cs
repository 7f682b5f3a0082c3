using System.Globalization;
using System.Text.Json;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>What is stored and what was told, compared with the turns that led to it.</summary>
internal sealed class Told(Town town, IRows rows)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Waits until nothing is left to send.</summary>
    public static async Task SettledAsync(IRows rows, BotProcess bot)
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var partition in Town.Partitions)
        {
            while ((await rows.RangeAsync(partition, "o|", "o|~", 100, default)).Count > 0)
            {
                Assert.False(patience.IsCancellationRequested, $"Something was never sent:\n{bot.Said}");
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    /// <summary>Returns how many messages came more often than needed.</summary>
    public async Task<int> CheckAsync(IReadOnlyList<Turned> turns)
    {
        var stored = await StoredAsync();
        var opened = turns.Where(turn => turn.Kind == "open").ToList();
        Assert.Equal(opened.Select(turn => turn.What).Order(), stored.Select(ticket => ticket.What).Order());
        foreach (var numbers in stored.GroupBy(ticket => ticket.Partition, ticket => ticket.Number))
        {
            Assert.Equal(Enumerable.Range(1, numbers.Count()).Select(number => (long)number), numbers.Order());
        }

        var extra = 0;
        foreach (var ticket in stored)
        {
            var turn = opened.Single(one => one.What == ticket.What);
            Assert.EndsWith($"-{ticket.Number}", turn.Ticket, StringComparison.Ordinal);
            extra += await CheckAsync(ticket, turn);
        }

        return extra + turns.Where(turn => turn.Kind == "answer").Sum(answer => Copies(call =>
            call.Method == "POST" && call.ConversationId == answer.Who.Chat && Says(call, answer.What)));
    }

    /// <summary>The channel and the person were told, and both cards show what is stored now.</summary>
    private async Task<int> CheckAsync(StoredTicket ticket, Turned opened)
    {
        var desk = Cards(ticket, call => call.ConversationId?.StartsWith(Town.Channel, StringComparison.Ordinal) != false);
        var chat = Cards(ticket, call => call.ConversationId == opened.Who.Chat);
        Assert.Contains(desk, call => call.Method == "POST" && call.ConversationId is null);
        Assert.Contains(chat, call => call.Method == "PUT" && call.ActivityId == opened.Activity["replyToId"]!.GetValue<string>());
        if (ticket.Assignee is { } assignee)
        {
            var name = (await new AddressBook(rows, TimeProvider.System).FindAsync(assignee, default))!.Name;
            Assert.Contains(name, desk[^1].Body!.Value.GetRawText(), StringComparison.Ordinal);
            Assert.Contains(name.Split(' ')[0], chat[^1].Body!.Value.GetRawText(), StringComparison.Ordinal);
        }

        return Copies(call => call.Method == "POST" && call.ConversationId is null && Says(call, ticket.What))
            + Copies(call => call.Method == "POST" && call.ConversationId == opened.Who.Chat && call.Text?.Contains($"{opened.Ticket} ligger", StringComparison.Ordinal) == true);
    }

    /// <summary>At least one; returns how many there are beyond it.</summary>
    private int Copies(Func<ConnectorCall, bool> which)
    {
        var copies = town.Connector.Calls.Count(which);
        Assert.True(copies > 0, "A notice was never sent.");
        return copies - 1;
    }

    private List<ConnectorCall> Cards(StoredTicket ticket, Func<ConnectorCall, bool> where) =>
        [.. town.Connector.Calls.Where(call => where(call) && Says(call, ticket.What))];

    private static bool Says(ConnectorCall call, string words) => call.Body?.GetRawText().Contains(words, StringComparison.Ordinal) == true;

    private async Task<List<StoredTicket>> StoredAsync()
    {
        var found = new List<StoredTicket>();
        foreach (var partition in Town.Partitions)
        {
            foreach (var row in await rows.RangeAsync(partition, "t|", "t|~", 1000, default))
            {
                var ticket = StoredJson.Read<JsonElement>(row.Data);
                var assignee = ticket.TryGetProperty("assignee", out var person) ? person.Deserialize<PersonRef>(JsonSerializerOptions.Web) : null;
                found.Add(new(partition, long.Parse(row.Key[2..], CultureInfo.InvariantCulture), ticket.GetProperty("request").GetProperty("what").GetString()!, assignee));
            }
        }

        return found;
    }

    private sealed record StoredTicket(string Partition, long Number, string What, PersonRef? Assignee);
}
