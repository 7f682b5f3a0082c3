using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Synerity.SupportBot.Simulator;

internal static class SimulatorJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(JsonNode node) => node.ToJsonString(Options);

    public static JsonElement ToElement(JsonNode node) => JsonElement.Parse(Write(node));

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    public static IResult Answer(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(Write(body), "application/json; charset=utf-8", statusCode: status);
}
