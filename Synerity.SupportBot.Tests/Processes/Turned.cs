using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>One activity and what became of it.</summary>
/// <param name="Kind"><c>open</c>, <c>take</c> or <c>answer</c>.</param>
/// <param name="What">The words of the ticket, or of the answer.</param>
/// <param name="Who">Whom its outcome is told.</param>
internal sealed partial record Turned(string Kind, string What, JsonObject Activity, Someone Who)
{
    public Task Delivery { get; private set; } = Task.CompletedTask;

    public bool Answered { get; private set; }

    public bool Lost { get; set; }

    /// <summary>The key of the opened ticket.</summary>
    public string? Ticket { get; private set; }

    public Task DeliverAsync(Town town, BotProcess bot) => Delivery = OnceAsync(town, bot);

    private async Task OnceAsync(Town town, BotProcess bot)
    {
        if (await town.PostAsync(bot, Activity) is not { } answer) return;
        Assert.Equal(200, answer.Status);
        if (Kind == "open")
        {
            var key = TicketKey().Match(answer.Body);
            Assert.True(key.Success && answer.Body.Contains(What, StringComparison.Ordinal), answer.Body);
            Assert.Equal(Ticket ?? key.Value, key.Value);
            Ticket = key.Value;
        }

        Answered = true;
    }

    [GeneratedRegex("(NORD|FJM)-[0-9]+")]
    private static partial Regex TicketKey();
}
