using System.Text.Json;

namespace Synerity.SupportBot.Bot;

/// <summary>What happens to the bot rather than being said to it: it arrives somewhere, or somebody rates what it said.</summary>
public sealed class EventRouter(IEnumerable<IArrival> arrivals, IEnumerable<IMessageFeedback> feedback)
{
    /// <summary>Thumbs up or down below a message; the text that Teams asks for besides is personal and not kept.</summary>
    public Bound Rated(JsonElement? value, string? message)
    {
        var reaction = value is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("actionName", out var name) && name.ValueEquals("feedback")
            && body.TryGetProperty("actionValue", out var rated) && rated.ValueKind == JsonValueKind.Object && rated.TryGetProperty("reaction", out var thumb)
            && thumb.ValueKind == JsonValueKind.String ? thumb.GetString() : null;
        return message is not null && reaction is "like" or "dislike"
            ? new(null, (turn, cancellation) => RateAsync(turn, message!, reaction == "like", cancellation))
            : new(null, (_, _) => Task.FromResult<Outcome>(Reply.Silence));
    }

    public Bound Arrived(string? action) => new(null, (turn, cancellation) => ArriveAsync(action, turn, cancellation));

    private async Task<Outcome> RateAsync(Turn turn, string message, bool liked, CancellationToken cancellation)
    {
        foreach (var one in feedback)
        {
            if (await one.RateAsync(turn, message, liked, cancellation) is { } outcome) return outcome;
        }

        return Reply.Silence;
    }

    private async Task<Outcome> ArriveAsync(string? action, Turn turn, CancellationToken cancellation)
    {
        if (action != "add") return Reply.Silence;
        foreach (var arrival in arrivals)
        {
            if (await arrival.ArriveAsync(turn, cancellation) is { } outcome) return outcome;
        }

        return Reply.Silence;
    }
}
