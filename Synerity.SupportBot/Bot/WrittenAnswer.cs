using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>A plain yes or no to what the bot last asked counts as pressing the button.</summary>
public sealed class WrittenAnswer(CardAddresses messages, IEnumerable<IAnswerInWords> longer, IServiceProvider services) : IFreeText
{
    private const int MostWords = 100;
    private static readonly TimeSpan While = TimeSpan.FromHours(12);
    private static readonly HashSet<string> Yes = ["ja", "japp", "jo", "jadå", "ja tack", "ja skicka", "ok", "okej", "gärna", "yes", "yep", "yes please", "yes send", "sure"];
    private static readonly HashSet<string> No = ["nej", "nä", "nej tack", "ny fråga", "no", "nope", "no thanks", "new question"];

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (!turn.IsPersonal) return null;
        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Asks: { } asks } focus || turn.Now - focus.At > While) return null;
        var asked = StoredJson.Read<YesNo>(asks);
        var written = turn.Text.Length > MostWords ? "" : Plain(turn.Text);
        var yes = Yes.Contains(written) || Is(written, asked.YesWords);
        if (!yes && !No.Contains(written) && !Is(written, asked.NoWords)) return await LongerAsync(turn, asked, cancellation);
        var data = yes ? asked.Yes : asked.No;

        // The router lists every handler, this one among them: it is asked for when it is needed, not when this is made.
        var bound = services.GetRequiredService<ActionRouter>().Find(ActionData.VerbOf(data), data);
        return bound is null ? null : await bound.RunAsync(turn, cancellation);
    }

    private static bool Is(string written, string? button) => button is not null && written == Plain(button);

    private static string Plain(string text) => CommandList.Normal(text).Replace(",", "", StringComparison.Ordinal);

    private async Task<Outcome?> LongerAsync(Turn turn, YesNo asked, CancellationToken cancellation)
    {
        foreach (var words in longer)
        {
            if (await words.AnswerAsync(turn, asked, cancellation) is { } outcome) return outcome;
        }

        return null;
    }
}

/// <summary>A misspelt command gets a suggestion, which is also a button.</summary>
public sealed class SuggestCommand(CommandList commands) : IFreeText
{
    public Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (commands.Nearest(turn.Caller, turn.Text) is not { } command) return Task.FromResult<Outcome?>(null);
        var (tongue, words) = (turn.Reader.Tongue, BotTexts.DidYouMean(command));
        var card = new Cards.AdaptiveCard([new Cards.TextBlock(words.In(tongue))], [Button.Says(Formats.Sentence(command), command, tongue)], turn.Reader.Lang());
        return Task.FromResult<Outcome?>(new Reply { Card = card });
    }
}
