using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// Makes buttons from the handlers they call, so that the compiler checks what they carry. The data is <c>{"verb", "d"}</c>; inputs come
/// beside them, and so can neither replace the verb nor the data's own fields.
/// </summary>
public static class Button
{
    internal const string VerbField = "verb";
    internal const string DataField = "d";

    /// <summary>A button in a message.</summary>
    public static Execute For<TAction, TData>(Text title, TData data, Tongue tongue)
        where TAction : ICardAction<TData>
        where TData : notnull
    {
        var json = Data<TAction, TData>(data);
        return new Execute(title.In(tongue), TAction.Verb, json) { Fallback = new Submit(title.In(tongue), json) };
    }

    /// <summary>A button in a message that sends no inputs along and checks none: <em>Cancel</em>.</summary>
    public static Execute Without<TAction, TData>(Text title, TData data, Tongue tongue)
        where TAction : ICardAction<TData>
        where TData : notnull
    {
        var json = Data<TAction, TData>(data);
        return new Execute(title.In(tongue), TAction.Verb, json)
        {
            AssociatedInputs = "none", Fallback = new Submit(title.In(tongue), json) { AssociatedInputs = "none" },
        };
    }

    /// <summary>A button in a message that opens a dialog; the handler answers with <see cref="Reply.Ask"/>.</summary>
    public static Submit Opens<TAction, TData>(Text title, TData data, Tongue tongue)
        where TAction : ICardAction<TData>
        where TData : notnull =>
        new(title.In(tongue), Data<TAction, TData>(data, opensDialog: true));

    /// <summary>A button in a dialog, where nothing but Submit is dependable.</summary>
    public static Submit InDialog<TAction, TData>(Text title, TData data, Tongue tongue)
        where TAction : ICardAction<TData>
        where TData : notnull =>
        new(title.In(tongue), Data<TAction, TData>(data));

    /// <summary>A button that writes for the person: what can be pressed can be written. The answer comes as a message of its own.</summary>
    public static Submit Says(Text title, Text words, Tongue tongue) =>
        new(title.In(tongue), JsonSerializer.SerializeToElement(new JsonObject
        {
            ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = words.In(tongue) },
        }));

    private static JsonElement Data<TAction, TData>(TData data, bool opensDialog = false)
        where TAction : ICardAction<TData>
        where TData : notnull
    {
        var json = new JsonObject { [VerbField] = TAction.Verb, [DataField] = JsonSerializer.SerializeToNode(data, ActionData.Options) };
        if (opensDialog) json["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return JsonSerializer.SerializeToElement(json);
    }
}
