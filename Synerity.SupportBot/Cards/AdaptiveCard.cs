using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Cards;

/// <summary>
/// A card as Teams draws it, version 1.5. Built only from these records, so that nothing unsupported can be said; texts are already in the
/// reader's language. Text that a person may have written goes into <see cref="Literal"/>, which is never read as Markdown.
/// </summary>
public sealed record AdaptiveCard(IReadOnlyList<Element> Body, IReadOnlyList<CardAction>? Actions = null, string? Lang = null, string? FallbackText = null)
{
    [JsonPropertyOrder(-2)]
    public string Type => "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version => "1.5";
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
public abstract record Element
{
    public string? Id { get; init; }
    public Spacing? Spacing { get; init; }
    public bool? Separator { get; init; }

    /// <summary>False hides it until a <see cref="ToggleVisibility"/> shows it. A hidden input must not be required.</summary>
    public bool? IsVisible { get; init; }
}

/// <summary>Our own words. Markdown is read here: never put anything in it that a person wrote.</summary>
public sealed record TextBlock(string Text) : Element
{
    public bool Wrap => true;
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public TextBlockStyle? Style { get; init; }
}

/// <summary>Runs of literal text: what people wrote is shown as they wrote it.</summary>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : Element;

public sealed record TextRun(string Text)
{
    public string Type => "TextRun";
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Italic { get; init; }
}

/// <summary>Title and value pairs of our own words; what a person wrote goes into a <see cref="Literal.Pair"/>.</summary>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : Element;

public sealed record Fact(string Title, string Value);

public sealed record Container(IReadOnlyList<Element> Items) : Element
{
    public ContainerStyle? Style { get; init; }
    public bool? Bleed { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>At most three columns, for narrow clients.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : Element;

/// <param name="Width"><c>auto</c> or <c>stretch</c>.</param>
public sealed record Column(IReadOnlyList<Element> Items, string Width = "auto")
{
    public string Type => "Column";
    public VerticalAlignment? VerticalContentAlignment { get; init; }
}

public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element;

public sealed record Image(string Url, string AltText) : Element
{
    public string? Width { get; init; }
}

/// <summary>Every input has a label and says what is wrong with it; the server checks again.</summary>
public abstract record Input(string Label) : Element
{
    public bool? IsRequired { get; init; }
    public string? ErrorMessage { get; init; }
}

public sealed record InputText(string Label) : Input(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public int? MaxLength { get; init; }
    public bool? IsMultiline { get; init; }
    public InputTextStyle? Style { get; init; }
}

public sealed record InputChoiceSet(string Label, IReadOnlyList<Choice> Choices) : Input(Label)
{
    public string? Value { get; init; }
    public ChoiceStyle? Style { get; init; }
    public bool? IsMultiSelect { get; init; }
    public bool Wrap => true;
}

/// <param name="Value">No commas: several chosen values arrive joined by them.</param>
public sealed record Choice(string Title, string Value);

public sealed record InputToggle(string Label, string Title) : Input(Label)
{
    /// <summary><c>"true"</c> or <c>"false"</c>.</summary>
    public string? Value { get; init; }
    public bool Wrap => true;
}

public sealed record InputDate(string Label) : Input(Label)
{
    public string? Value { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }
}

public sealed record InputTime(string Label) : Input(Label)
{
    public string? Value { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibility), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ShowCard), "Action.ShowCard")]
public abstract record CardAction(string Title)
{
    public string? Id { get; init; }
    public ActionStyle? Style { get; init; }

    /// <summary><see cref="ActionMode.Secondary"/> puts the button into the overflow menu.</summary>
    public ActionMode? Mode { get; init; }
}

/// <summary>A button in a message. Old clients take the <see cref="Fallback"/>, whose data is the same.</summary>
public sealed record Execute(string Title, string Verb, JsonElement Data) : CardAction(Title)
{
    /// <summary><c>auto</c> (inputs go along and are checked) or <c>none</c>.</summary>
    public string? AssociatedInputs { get; init; }
    public CardAction? Fallback { get; init; }
}

/// <summary>A button in a dialog, an opener of one (<c>data.msteams.type = "task/fetch"</c>), or the fallback of an <see cref="Execute"/>.</summary>
public sealed record Submit(string Title, JsonElement Data) : CardAction(Title)
{
    public string? AssociatedInputs { get; init; }
}

/// <param name="Url">https only.</param>
public sealed record OpenUrl(string Title, string Url) : CardAction(Title);

public sealed record ToggleVisibility(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title);

public sealed record ShowCard(string Title, AdaptiveCard Card) : CardAction(Title);

public enum Spacing { None, Small, Default, Medium, Large, ExtraLarge, Padding }

public enum TextSize { Small, Default, Medium, Large, ExtraLarge }

public enum TextWeight { Lighter, Default, Bolder }

public enum TextColor { Default, Accent, Good, Warning, Attention }

public enum TextBlockStyle { Default, Heading, ColumnHeader }

public enum ContainerStyle { Default, Emphasis, Accent, Good, Attention, Warning }

public enum VerticalAlignment { Top, Center, Bottom }

public enum InputTextStyle { Text, Tel, Url, Email }

public enum ChoiceStyle { Compact, Expanded, Filtered }

public enum ActionStyle { Default, Positive, Destructive }

public enum ActionMode { Primary, Secondary }
