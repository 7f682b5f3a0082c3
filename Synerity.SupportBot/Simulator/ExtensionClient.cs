using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>What Teams tells a message extension (platform facts §5.3 to §5.5).</summary>
internal sealed class ExtensionClient(Roster roster, Activities activities, Deliveries deliveries)
{
    private static readonly string[] Names = ["query", "selectItem", "queryLink", "fetchTask", "submitAction"];

    public static bool Knows(string name) => Names.Contains(name);

    /// <param name="name">After <c>composeExtension/</c>.</param>
    /// <param name="message">The message that a command was chosen on; null in the compose box.</param>
    public Task<Delivery> InvokeAsync(Person person, Place place, string name, JsonElement value, Post? message, CancellationToken cancellation)
    {
        var body = SimulatorJson.ToNode(value)!.AsObject();
        if (message is not null) body["messagePayload"] = Payload(place, message);
        return deliveries.DeliverAsync(person, place, activities.Invoke(person, place, "composeExtension/" + name, body, cardMessage: null), cancellation);
    }

    private JsonObject Payload(Place place, Post post) => new()
    {
        ["id"] = post.Id,
        ["createdDateTime"] = post.At,
        ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(place.Id)}/{post.Id}",
        ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(post.TextOf("text") ?? post.TextOf("summary") ?? "")}</p>" },
        ["from"] = post.Author is { } author
            ? new JsonObject { ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = author.ObjectId, ["displayName"] = author.Name } }
            : new JsonObject { ["application"] = new JsonObject { ["applicationIdentityType"] = "bot", ["id"] = roster.AppId, ["displayName"] = SampleWorld.BotName } },
    };
}
