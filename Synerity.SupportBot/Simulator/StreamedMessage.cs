using System.Text.Json;

namespace Synerity.SupportBot.Simulator;

/// <summary>A piece of a message whose words are still coming, or its end (platform facts §4.9).</summary>
/// <param name="Id">Null for the first piece.</param>
internal sealed record StreamedMessage(string? Id)
{
    /// <summary>Null when the activity is no piece of a stream.</summary>
    public static StreamedMessage? Of(JsonElement activity)
    {
        if (!activity.TryGetProperty("entities", out var entities) || entities.ValueKind != JsonValueKind.Array) return null;
        foreach (var entity in entities.EnumerateArray())
        {
            if (entity.ValueKind != JsonValueKind.Object || !entity.TryGetProperty("type", out var type) || !type.ValueEquals("streaminfo")) continue;
            return new(entity.TryGetProperty("streamId", out var id) ? id.GetString() : null);
        }

        return null;
    }
}
