using System.Text.Json;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>One turn, one way: who and where → one handler → commit → answer. The only place that catches everything.</summary>
public sealed partial class TurnHandler(TurnReader reader, TurnRoutes routes, TurnRunner runner, Answer answer, ILogger<TurnHandler> logger)
    : IActivityHandler
{
    private readonly SemaphoreSlim[] _conversations = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public async Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken cancellation)
    {
        if (SurfaceOf(activity) is not { } surface) return Invokes.Unserved(activity);
        var conversation = _conversations[(uint)string.GetHashCode(activity.Conversation?.Id, StringComparison.Ordinal) % 256];
        await conversation.WaitAsync(cancellation);
        try
        {
            return await TurnAsync(activity, surface, cancellation);
        }
        finally
        {
            conversation.Release();
        }
    }

    private async Task<InvokeResponse> TurnAsync(Activity activity, Surface surface, CancellationToken cancellation)
    {
        var id = TurnReader.IdOf(activity);
        if (activity.Type != "invoke" && !runner.Begin(id)) return InvokeResponse.Accepted;
        Turn? turn = null;
        try
        {
            turn = await reader.ReadAsync(activity, surface, cancellation);
            if (turn is null) return activity.Type == "invoke" ? Invokes.Unserved(activity) : InvokeResponse.Accepted;
            if (routes.Find(activity, turn) is not { } bound) return await answer.SorryAsync(turn, 400, BotTexts.UnknownButton, cancellation);
            return await answer.GiveAsync(turn, await runner.RunAsync(turn, bound, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            runner.Forget(id);
            var reference = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
            Log.Failed(logger, reference, activity.Type, activity.Name ?? "-", fault);

            // Without a turn nobody can be told: Teams is asked to deliver it again.
            return turn is null ? new InvokeResponse(503) : await answer.SorryAsync(turn, 500, BotTexts.Fault(reference), cancellation);
        }
    }

    /// <summary>Null: nothing the bot acts on (edits, deletions, reactions, what Teams invents next).</summary>
    private static Surface? SurfaceOf(Activity activity) => (activity.Type, activity.Name) switch
    {
        ("message", _) => Surface.Message,
        ("installationUpdate", _) => Surface.Arrival,
        ("invoke", "adaptiveCard/action") => Surface.Execute,
        ("invoke", "task/fetch") => Surface.OpenDialog,
        ("invoke", "task/submit") => Surface.SubmitDialog,
        ("invoke", "message/submitAction") => Surface.Feedback,
        ("invoke", "composeExtension/query" or "composeExtension/selectItem") => Surface.Search,
        ("invoke", "composeExtension/queryLink") => Surface.Link,
        ("invoke", "composeExtension/fetchTask") => Surface.OpenAction,
        ("invoke", "composeExtension/submitAction") => Surface.SubmitAction,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Error, "Turn {Reference} failed ({Type} {Name}).")]
        public static partial void Failed(ILogger logger, string reference, string type, string name, Exception fault);
    }
}

/// <summary>Activity → handler.</summary>
public sealed class TurnRoutes(ActionRouter actions, TextRouter texts, EventRouter events, ExtensionRouter extensions)
{
    /// <summary>Null when it is a button that nobody knows.</summary>
    public Bound? Find(Activity activity, Turn turn) => turn.Surface switch
    {
        // What the compose box shows is for this person's eyes, wherever they write.
        Surface.Search or Surface.Link or Surface.OpenAction => extensions.Find(activity, turn),
        Surface.SubmitAction => Pressed(activity.Value, null, null),

        // Design §4, "Where": outside private chats a customer's user is answered without any data, whatever was written or pressed.
        not Surface.Arrival when turn is { IsPersonal: false, Caller: not Staff } => Says(BotTexts.InPrivate),
        Surface.Feedback => events.Rated(activity.Value, turn.CardId),
        Surface.Execute => Pressed(activity.Value, "action", nameOf: "verb"),
        Surface.OpenDialog or Surface.SubmitDialog => Pressed(activity.Value, null, null),
        Surface.Message when activity.Value is { ValueKind: JsonValueKind.Object } value => actions.Find(ActionData.VerbOf(value), value),
        Surface.Message when turn.Text.Length > 0 || turn.Files.Count > 0 => new Bound(null, texts.RouteAsync),
        Surface.Arrival => events.Arrived(activity.Action),
        Surface.Message when activity.Attachments?.Any(file => file.ContentType is not ("text/html" or OutgoingAttachment.AdaptiveCard or null)) == true => Says(BotTexts.NoPictures),
        _ => new Bound(null, (_, _) => Task.FromResult<Outcome>(Reply.Silence)),
    };

    private static Bound Says(Text words) => new(null, (_, _) => Task.FromResult<Outcome>(Reply.Say(words)));

    private Bound? Pressed(JsonElement? value, string? inside, string? nameOf)
    {
        if (value is not { ValueKind: JsonValueKind.Object } body) return null;
        if (inside is not null && (!body.TryGetProperty(inside, out body) || body.ValueKind != JsonValueKind.Object)) return null;
        if (!body.TryGetProperty("data", out var data)) return null;
        var verb = nameOf is not null && body.TryGetProperty(nameOf, out var named) && named.ValueKind == JsonValueKind.String
            ? named.GetString()
            : ActionData.VerbOf(data);
        return actions.Find(verb, data);
    }
}
