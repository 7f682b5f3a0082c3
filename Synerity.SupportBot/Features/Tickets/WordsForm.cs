using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What somebody is asked to write about a ticket: the one field of several small forms.</summary>
/// <param name="Hint">Shown while nothing is written.</param>
/// <param name="Missing">What is said when nothing was written.</param>
internal sealed record WordsAsked(Text Label, Text? Hint = null, Text? Missing = null, bool OneLine = false)
{
    public Text WhenMissing => Missing ?? TicketTexts.WriteSomething;
}

/// <summary>A form with one text about a ticket, in a dialog or in the chat.</summary>
internal static class WordsForm
{
    public const string Words = "words";
    public const int MaxWords = 4000;

    /// <summary>What is wrong with the words; null: nothing.</summary>
    public static Text? Fault(string words, WordsAsked asked) => words.Length switch
    {
        0 => asked.WhenMissing,
        > MaxWords => TicketTexts.TooLong,
        _ => null,
    };

    public static AdaptiveCard For(TicketView view, Reader reader, WordsAsked asked, string words, Text? error, params IReadOnlyList<CardAction> actions)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new InputText(asked.Label.In(tongue))
            {
                Id = Words, IsMultiline = !asked.OneLine, IsRequired = true, MaxLength = MaxWords, Value = words.Length > 0 ? words : null,
                Placeholder = asked.Hint?.In(tongue), ErrorMessage = asked.WhenMissing.In(tongue),
            },
        };
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        return new AdaptiveCard(body, actions, reader.Lang());
    }
}
