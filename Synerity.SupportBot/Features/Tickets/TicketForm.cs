using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What has been filled in so far, and what is wrong with it.</summary>
/// <param name="Refers">The key of the closed ticket that it continues.</param>
/// <param name="Title">A suggestion that may be changed; empty: the first line of what happens becomes the title.</param>
/// <param name="Article">The slug of the help article that was tried before; null where none was.</param>
/// <param name="Errors">By input id; shown beside the input.</param>
public sealed record TicketDraft(
    string What = "", string Kind = "fault", string Impact = "canWork", string Link = "", string Who = "", string? Refers = null, string Title = "",
    string? Article = null, IReadOnlyDictionary<string, Text>? Errors = null)
{
    internal static TicketDraft From(Inputs inputs, string? refers, string? article) => new(
        inputs[TicketForm.What], inputs[TicketForm.Kind], inputs[TicketForm.Impact], inputs[TicketForm.Link], inputs[TicketForm.Who], refers, inputs[TicketForm.Title],
        article is { Length: <= TicketForm.MaxOther } && article.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-') ? article : null);
}

/// <summary>The form of a new ticket: one required text, the rest prefilled or folded. The same in a dialog and in the chat.</summary>
internal static class TicketForm
{
    public const string What = "what";
    public const string Kind = "kind";
    public const string Impact = "impact";
    public const string Link = "link";
    public const string Who = "who";
    public const string Title = "title";
    public const int MaxWhat = 4000;
    public const int MaxOther = 500;
    private const string Folded = "folded";

    public static Dialog Ask(FormStamp stamp, TicketDraft draft, Turn turn, Text? first = null) =>
        new(TicketTexts.NewTicket, For(stamp, draft, turn.Reader, turn.InDialog, first, turn.IsComposed ? TicketTexts.AfterwardsElsewhere : null), "large");

    /// <param name="afterwards">Where the answer will come; null: here.</param>
    public static AdaptiveCard For(FormStamp stamp, TicketDraft draft, Reader reader, bool inDialog, Text? first = null, Text? afterwards = null)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>();
        if (!inDialog) body.Add(new TextBlock(TicketTexts.NewTicket.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading });
        if (first is { } words) body.Add(new TextBlock(words.In(tongue)));
        if (draft.Title.Length > 0 || draft.Errors?.ContainsKey(Title) == true)
        {
            body.AddRange(WithError(draft, Title, tongue, new InputText(TicketTexts.Title.In(tongue)) { Id = Title, Value = draft.Title, MaxLength = Ticket.MaxTitle }));
        }

        body.AddRange(WithError(draft, What, tongue, new InputText(TicketTexts.What.In(tongue))
        {
            Id = What, Value = draft.What.Length > 0 ? draft.What : null, IsMultiline = true, IsRequired = true, MaxLength = MaxWhat,
            Placeholder = TicketTexts.WhatExample.In(tongue), ErrorMessage = TicketTexts.WhatMissing.In(tongue),
        }));
        body.AddRange(WithError(draft, Kind, tongue, Choices(TicketTexts.About, Kind, draft.Kind, [.. TicketKinds.Customers], TicketTexts.KindName, tongue)));
        body.AddRange(WithError(draft, Impact, tongue, Choices(TicketTexts.HowBad, Impact, draft.Impact, Enum.GetValues<Impact>(), TicketTexts.ImpactName, tongue)));
        body.Add(new ActionSet([new ToggleVisibility("▸ " + TicketTexts.More.In(tongue), [Folded])]));
        body.Add(new Container([
            .. WithError(draft, Link, tongue, new InputText(TicketTexts.Link.In(tongue)) { Id = Link, Value = draft.Link, MaxLength = MaxOther, Style = InputTextStyle.Url }),
            .. WithError(draft, Who, tongue, new InputText(TicketTexts.Who.In(tongue)) { Id = Who, Value = draft.Who, MaxLength = MaxOther }),
        ])
        {
            Id = Folded, IsVisible = draft.Link.Length > 0 || draft.Who.Length > 0 || draft.Errors?.ContainsKey(Link) == true,
        });
        body.Add(new TextBlock((afterwards ?? TicketTexts.Afterwards).In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard(body, Actions(new OpenTicket.Data(stamp.Nonce, stamp.Day, draft.Refers, draft.Article), tongue, inDialog), reader.Lang());
    }

    /// <summary>What was filled in, as the ticket will have it; the draft with what is wrong otherwise.</summary>
    public static TicketRequest? Check(TicketDraft draft, out TicketDraft corrected)
    {
        var errors = new Dictionary<string, Text>();
        if (draft.What.Length == 0) errors[What] = TicketTexts.WhatMissing;
        if (draft.What.Length > MaxWhat) errors[What] = TicketTexts.TooLong;
        if (!TryName<TicketKind>(draft.Kind, out var kind) || !TicketKinds.Customers.Contains(kind)) errors[Kind] = TicketTexts.ChooseOne;
        if (!TryName<Impact>(draft.Impact, out var impact)) errors[Impact] = TicketTexts.ChooseOne;
        if (draft.Link.Length > MaxOther) errors[Link] = TicketTexts.TooLong;
        else if (draft.Link.Length > 0 && !IsLink(draft.Link)) errors[Link] = TicketTexts.LinkWrong;
        if (draft.Who.Length > MaxOther) errors[Who] = TicketTexts.TooLong;
        if (draft.Title.Length > Ticket.MaxTitle) errors[Title] = TicketTexts.TooLong;
        corrected = draft with { Errors = errors };
        return errors.Count > 0
            ? null
            : new TicketRequest(draft.What, kind, impact, NullIfEmpty(draft.Link), NullIfEmpty(draft.Who), draft.Refers, NullIfEmpty(draft.Title), draft.Article);
    }

    private static string? NullIfEmpty(string words) => words.Length > 0 ? words : null;

    private static bool IsLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private static bool TryName<T>(string name, out T value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().FirstOrDefault(one => NameOf(one) == name);
        return NameOf(value) == name;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static InputChoiceSet Choices<T>(Text label, string id, string chosen, T[] values, Func<T, Text> name, Tongue tongue)
        where T : struct, Enum =>
        new(label.In(tongue), [.. values.Select(value => new Choice(name(value).In(tongue), NameOf(value)))])
        {
            Id = id, Value = chosen, Style = ChoiceStyle.Expanded, IsRequired = true, ErrorMessage = TicketTexts.ChooseOne.In(tongue),
        };

    private static IEnumerable<Element> WithError(TicketDraft draft, string id, Tongue tongue, Input input)
    {
        yield return input;
        if (draft.Errors?.TryGetValue(id, out var error) == true)
        {
            yield return new TextBlock("⚠ " + error.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small };
        }
    }

    private static CardAction[] Actions(OpenTicket.Data data, Tongue tongue, bool inDialog) => inDialog
        ? [Button.InDialog<OpenTicket, OpenTicket.Data>(TicketTexts.Send, data, tongue) with { Style = ActionStyle.Positive }]
        :
        [
            Button.For<OpenTicket, OpenTicket.Data>(TicketTexts.Send, data, tongue) with { Style = ActionStyle.Positive },
            Button.Without<CancelForm, CancelForm.Data>(TicketTexts.Cancel, new(), tongue),
        ];
}
