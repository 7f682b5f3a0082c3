using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>The routes that the bot calls at Teams, and the token issuer's two documents.</summary>
internal static class ConnectorRoutes
{
    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        var connector = routes.MapGroup("/sim/connector/v3");
        var activities = connector.MapGroup("/conversations/{c}/activities");
        activities.MapPost("", (string c, JsonElement body, Connector teams) => teams.Send(c, body));
        activities.MapPost("/{replyTo}", (string c, string replyTo, JsonElement body, Connector teams) => teams.Send(c, body));
        activities.MapPut("/{id}", (string c, string id, JsonElement body, Connector teams) => teams.Update(c, id, body));
        activities.MapDelete("/{id}", (string c, string id, Connector teams) => teams.Delete(c, id));
        connector.MapPost("/conversations", (JsonElement body, Connector teams) => teams.Create(body));
        connector.MapGet("/conversations/{c}/members/{id}", (string c, string id, Connector teams) => teams.Member(c, id));
        connector.MapGet("/conversations/{c}/pagedmembers", (string c, Connector teams) => teams.Members(c));
        connector.MapGet("/teams/{id}", (string id) => id == SampleWorld.TeamId ? SimulatorJson.Answer(Team()) : ConnectorRefusal.NoSuchConversation);
        connector.MapGet("/teams/{id}/conversations", (string id) => id == SampleWorld.TeamId ? SimulatorJson.Answer(Channels()) : ConnectorRefusal.NoSuchConversation);
    }

    public static void MapTokenIssuer(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sim/.well-known/openidconfiguration", (HttpRequest request) =>
            SimulatorJson.Answer(TokenIssuer.Metadata($"{request.Scheme}://{request.Host}")));
        routes.MapGet("/sim/keys", (TokenIssuer tokens) => SimulatorJson.Answer(tokens.Keys()));
    }

    private static JsonObject Team() => new()
    {
        ["id"] = SampleWorld.TeamId,
        ["name"] = SampleWorld.TeamName,
        ["aadGroupId"] = SampleWorld.TeamGroupId,
        ["channelCount"] = SampleWorld.Channels.Count,
        ["memberCount"] = SampleWorld.People.Count(person => person.IsStaff),
        ["tenantId"] = SampleWorld.Synerity.TenantId,
        ["type"] = "standard",
    };

    private static JsonObject Channels() => new()
    {
        ["conversations"] = new JsonArray([.. SampleWorld.Channels.Select(channel => new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.WireName,
            ["type"] = "standard",
        })]),
    };
}
