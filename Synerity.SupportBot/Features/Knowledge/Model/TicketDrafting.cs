using System.Text.Json;
using Microsoft.Extensions.AI;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>
/// Fills in title, kind and description of a form from the conversation, if the model is quick; the person changes what they like. Asked
/// before anything is decided, so that a decision never waits for a model.
/// </summary>
public sealed class TicketDrafting(ModelCalls calls, LiveClock clock)
{
    /// <summary>Later the form comes without.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.4);

    private const int MostAnswer = 6000;

    /// <summary>The same with what the model suggests; unchanged without one, and for whatever the guard does not pass.</summary>
    public async Task<HandedOver> FillAsync(HandedOver what, Tongue tongue, CancellationToken cancellation)
    {
        var words = Masking.Mask(NewTicket.Shortened(what.Question));
        if (!calls.IsOn || words.Length == 0) return what;
        using var limit = new CancellationTokenSource(Patience, clock.Time);
        var answer = "";
        bool Take(string piece) => (answer += piece).Length <= MostAnswer;
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };
        try
        {
            await calls.RunAsync(new ModelCall(ModelUse.TicketDraft, Prompts.Ticket(words, what.Article, tongue), options, Take), limit.Token, cancellation);
        }
        catch (ModelException)
        {
            return what;
        }

        var filled = Read(answer) is { } drafted ? Checked(what, drafted, words, tongue) : what;
        calls.Ended(ModelUse.TicketDraft, filled == what ? "guarded" : "used");
        return filled;
    }

    /// <summary>What a customer wrote holds the draft as passages hold an answer; it cites nothing.</summary>
    private static HandedOver Checked(HandedOver what, Drafted drafted, string words, Tongue tongue)
    {
        var guard = new AnswerGuard([words], tongue);
        bool IsFit(string? text, int most) =>
            text is { Length: > 3 } && text.Length <= most && guard.Check(text) == Breach.None && AnswerGuard.CitedIn(text).Count == 0;
        var title = drafted.Title?.Trim();
        var description = drafted.Description?.Trim();
        return what with
        {
            Title = IsFit(title, Ticket.MaxTitle) && !title!.Contains('\n', StringComparison.Ordinal) ? title : null,
            Kind = drafted.Kind is "fault" or "howTo" or "change" ? drafted.Kind : null,
            Description = IsFit(description, AnswerGuard.MostText) ? description : null,
        };
    }

    private static Drafted? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Drafted>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Drafted(string? Title = null, string? Kind = null, string? Description = null);
}
