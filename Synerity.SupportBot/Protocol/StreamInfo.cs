using System.Text.Json;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// The entity that makes an activity a piece of a streamed message (platform facts §4.9). Personal chats only, one stream a chat, one call a
/// second, two minutes in all; each piece is a <c>typing</c> activity whose text begins with the one before, the end is a <c>message</c>.
/// </summary>
public static class StreamInfo
{
    /// <param name="streamId">The id that the first piece was answered with; null for the first.</param>
    /// <param name="sequence">1 for the first, then rising.</param>
    public static JsonElement Piece(string? streamId, int sequence) => Entity(new("streaminfo", streamId, "streaming", sequence));

    /// <summary>The end. The message keeps the id of the stream.</summary>
    public static JsonElement Final(string streamId) => Entity(new("streaminfo", streamId, "final", null));

    private static JsonElement Entity(StreamInfoBody body) => JsonSerializer.SerializeToElement(body, ProtocolJson.Context.StreamInfoBody);
}

internal sealed record StreamInfoBody(string Type, string? StreamId, string StreamType, int? StreamSequence);
