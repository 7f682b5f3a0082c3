using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

/// <summary>What can be written here, for whoever asks; the list is the router's own.</summary>
public sealed class Help(CommandList commands) : ITextCommand, IFreeText
{
    public static CommandWords Words { get; } = new(
        ["hjälp", "vad kan du", "vad kan du göra", "kommandon", "meny"],
        ["help", "what can you do", "commands", "menu", "?"],
        Help: new("det du läser nu", "what you are reading now"));

    public static bool IsFor(Caller caller) => caller is not Stranger;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<Outcome>(Show(turn));

    /// <summary>Staff wrote something that is no command.</summary>
    public Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome?>(turn.Caller is Staff ? Show(turn) with { Words = BotTexts.DidNotUnderstand } : null);

    private Reply Show(Turn turn)
    {
        var tongue = turn.Reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(BotTexts.HelpTitle.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            new TextBlock((turn.Caller is Staff ? BotTexts.HelpForStaff : BotTexts.HelpForCustomers).In(tongue)),
            new FactSet([.. commands.HelpFor(turn.Caller).Select(entry => new Fact(entry.Words.In(tongue), entry.Help.In(tongue)))]),
            new TextBlock(BotTexts.AnyLanguage.In(tongue)) { IsSubtle = true, Size = TextSize.Small },
        };
        return new Reply { Card = new AdaptiveCard(body, Lang: turn.Reader.Lang()) };
    }
}
