using Synerity.SupportBot.Language;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

internal static partial class Invokes
{
    /// <summary>
    /// Everything the bot does not act on. What is not an invoke is acknowledged; an invoke that Teams knows and the bot has no use for gets an
    /// answer of its own shape, so that the client shows no error; a name nobody knows gets 501.
    /// </summary>
    public static InvokeResponse Unserved(Activity activity)
    {
        if (activity.Type != "invoke") return InvokeResponse.Accepted;
        var words = BotTexts.NotHere.In(activity.Locale?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == false ? Tongue.English : Tongue.Swedish);
        return activity.Name switch
        {
            "adaptiveCard/action" => Error(400, words),
            "task/fetch" or "task/submit" or "composeExtension/fetchTask" or "message/fetchTask" => TaskMessage(words),
            "composeExtension/query" or "composeExtension/selectItem" or "composeExtension/queryLink" or "composeExtension/anonymousQueryLink"
                or "composeExtension/submitAction" or "composeExtension/querySettingUrl" => ExtensionMessage(words),
            "composeExtension/setting" or "composeExtension/onCardButtonClicked" or "message/submitAction" or "suggestedActions/submit"
                or "fileConsent/invoke" or "actionableMessage/executeAction" or "signin/verifyState" or "signin/tokenExchange" or "signin/failure"
                or "config/fetch" or "config/submit" or "handoff/action" or null or "" => InvokeResponse.Accepted,
            "application/search" => NoSearchResults,
            _ => InvokeResponse.NotImplemented,
        };
    }
}
