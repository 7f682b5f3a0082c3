using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

/// <summary>The sample payloads beside this file.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static JsonNode Read(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), folder, name + ".json")))!;

    public static TheoryData<string> Theory(string folder, Func<string, bool>? which = null) => [.. Names(folder).Where(which ?? (_ => true))];

    /// <summary>A personal message as Teams sends it, changed.</summary>
    public static byte[] Message(Action<JsonObject>? change = null)
    {
        var message = (JsonObject)Read("activities", "message-personal-sv");
        change?.Invoke(message);
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    /// <summary>True when everything in <paramref name="part"/> is in <paramref name="whole"/>; the bot's own name may be missing.</summary>
    public static bool IsPartOf(JsonNode? part, JsonElement whole) => part switch
    {
        null => whole.ValueKind == JsonValueKind.Null,
        JsonObject members => whole.ValueKind == JsonValueKind.Object && members.All(member =>
            member.Key == "name" && members["id"]?.GetValue<string>() == "28:" + TestTokens.AppId
            || (whole.TryGetProperty(member.Key, out var found) && IsPartOf(member.Value, found))),
        JsonArray items => whole.ValueKind == JsonValueKind.Array && whole.GetArrayLength() == items.Count
            && items.Zip(whole.EnumerateArray(), IsPartOf).All(equal => equal),
        _ => JsonElement.DeepEquals(JsonSerializer.SerializeToElement(part), whole),
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Synerity.SupportBot.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "Synerity.SupportBot.Tests", "Protocol", "Samples");
    }
}
