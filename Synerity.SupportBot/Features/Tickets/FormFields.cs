using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Fields of a dialog, each followed by what is wrong with it.</summary>
internal static class FormFields
{
    /// <param name="errors">By input id; null: nothing is wrong.</param>
    public static IEnumerable<Element> With(Input input, IReadOnlyDictionary<string, Text>? errors, Tongue tongue)
    {
        yield return input;
        if (input.Id is { } id && errors?.TryGetValue(id, out var error) == true)
        {
            yield return new TextBlock("⚠ " + error.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small };
        }
    }

    /// <summary>What is said at the top of a form that is shown again.</summary>
    public static IEnumerable<Element> First(Text? words, Tongue tongue)
    {
        if (words is { } first) yield return new TextBlock("⚠ " + first.In(tongue)) { Color = TextColor.Attention };
    }

    /// <summary>The ticket that a dialog is about.</summary>
    public static Element Heading(TicketView view) => Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder);

    /// <summary>One choice of an enumeration; its values are the names in camelCase.</summary>
    public static InputChoiceSet Choice<T>(string id, Text label, IEnumerable<T> values, Func<T, Text> name, string chosen, Text missing, Tongue tongue)
        where T : struct, Enum =>
        new(label.In(tongue), [.. values.Select(value => new Choice(name(value).In(tongue), NameOf(value)))])
        {
            Id = id, Style = ChoiceStyle.Compact, IsRequired = true, Value = chosen.Length > 0 ? chosen : null, ErrorMessage = missing.In(tongue),
        };

    /// <summary>The value of a choice; null for anything that was not among <paramref name="values"/>.</summary>
    public static T? Chosen<T>(string name, params IEnumerable<T> values)
        where T : struct, Enum =>
        values.Where(value => NameOf(value) == name).Select(value => (T?)value).FirstOrDefault();

    public static string NameOf<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
