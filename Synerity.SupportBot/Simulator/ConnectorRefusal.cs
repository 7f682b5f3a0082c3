using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>The Bot Connector's refusals in the shape and words of Teams.</summary>
internal static class ConnectorRefusal
{
    public static readonly IResult BadArgument = Of(400, "BadArgument", "Bad Argument");
    public static readonly IResult BadSyntax = Of(400, "BadSyntax", "Incorrect conversation creation parameters");
    public static readonly IResult NotInstalled = Of(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope");
    public static readonly IResult NotInRoster = Of(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    public static readonly IResult NoSuchActivity = Of(404, "ActivityNotFoundInConversation", "The message with the ID provided is not in the conversation.");
    public static readonly IResult NoSuchConversation = Of(404, "ConversationNotFound", "Conversation not found.");
    public static readonly IResult NoSuchMember = Of(404, "MemberNotFoundInConversation", "Member not found in conversation.");
    public static readonly IResult NoStreamHere = Of(403, "ContentStreamNotAllowed", "Content stream is not allowed");
    public static readonly IResult TooBig = Of(413, "MessageSizeTooBig", "Message size too large.");

    private static IResult Of(int status, string code, string message) =>
        SimulatorJson.Answer(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);
}
