using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>The way from any conversation to one's own chat with the bot.</summary>
public sealed class PrivateChat(IOptions<BotOptions> options)
{
    /// <summary>A link that opens the chat of whoever follows it, with words in the compose box that they may send.</summary>
    public string LinkTo(string words) => $"https://teams.microsoft.com/l/chat/0/0?users=28:{options.Value.AppId}&message={Uri.EscapeDataString(words)}";
}
