using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Mallar</em>: the texts that technicians answer with, to add to, change and remove.</summary>
public sealed class ShowTemplates(Templates templates) : ITextCommand
{
    internal const string Chosen = "template";

    public static CommandWords Words { get; } = new(
        ["mallar", "textmallar"], ["templates", "text templates"], Help: new("se och ändra textmallarna", "see and change the text templates"));

    public static bool IsFor(Caller caller) => Templates.MayKeep(caller);

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        new Reply { Card = For(await templates.AllAsync(cancellation), turn.Reader) };

    internal static AdaptiveCard For(IReadOnlyList<TextTemplate> all, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(TemplateTexts.Title.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
        };
        if (all.Count > 0) body.Add(Choice(all, tongue));
        else body.Add(new TextBlock(TemplateTexts.None.In(tongue)));
        var anew = Button.Opens<TemplateForm, TemplateForm.Data>(TemplateTexts.New, new(IsNew: true), tongue);
        return new AdaptiveCard(
            body, all.Count > 0 ? [Button.Opens<TemplateForm, TemplateForm.Data>(TemplateTexts.Change, new(IsNew: false), tongue), anew] : [anew], reader.Lang());
    }

    /// <summary>One of them, by name.</summary>
    internal static InputChoiceSet Choice(IReadOnlyList<TextTemplate> all, Tongue tongue, string? chosen = null) =>
        new(TemplateTexts.Template.In(tongue), [.. all.Select(one => new Choice(one.Name, one.Id))]) { Id = Chosen, Style = ChoiceStyle.Compact, Value = chosen };
}

/// <summary>The dialog of one template.</summary>
public sealed class TemplateForm(Templates templates) : ICardAction<TemplateForm.Data>
{
    internal const string Name = "name";
    internal const string Swedish = "sv";
    internal const string English = "en";

    public sealed record Data(bool IsNew);

    public static string Verb => "tickets.template-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!Templates.MayKeep(turn.Caller)) return Reply.Refuse(TemplateTexts.NotYours);
        if (data.IsNew) return Reply.Ask(For(new TextTemplate(Templates.NewId(), "", "", ""), tag: null, turn.Reader, error: null));
        return await templates.FindAsync(inputs[ShowTemplates.Chosen], cancellation) is { } stored
            ? Reply.Ask(For(stored.Value, stored.Tag, turn.Reader, error: null))
            : Reply.Refuse(TemplateTexts.ChooseOne);
    }

    /// <param name="tag">Of the stored one it was opened on; null: it is new.</param>
    internal static Dialog For(TextTemplate template, string? tag, Reader reader, Text? error)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            Field(Name, TemplateTexts.Name, template.Name, Templates.MaxName, tongue),
            Field(Swedish, TemplateTexts.InSwedish, template.Swedish, Templates.MaxWords, tongue),
            Field(English, TemplateTexts.InEnglish, template.English, Templates.MaxWords, tongue),
            Literal.Block(TemplateTexts.Fields("{namn} {ärende} {tekniker} {svar senast} · {name} {ticket} {technician} {due}").In(tongue), TextSize.Small, subtle: true),
        };
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        var save = Button.InDialog<SaveTemplate, SaveTemplate.Data>(TemplateTexts.Save, new(template.Id, tag), tongue) with { Style = ActionStyle.Positive };
        var remove = Button.InDialog<RemoveTemplate, RemoveTemplate.Data>(TemplateTexts.Remove, new(template.Id, tag ?? ""), tongue) with { AssociatedInputs = "none", Style = ActionStyle.Destructive };
        return new Dialog(TemplateTexts.Template, new AdaptiveCard(body, tag is null ? [save] : [save, remove], reader.Lang()), "large");
    }

    private static InputText Field(string id, Text label, string value, int most, Tongue tongue) => new(label.In(tongue))
    {
        Id = id, IsMultiline = id != Name, IsRequired = true, MaxLength = most, Value = value.Length > 0 ? value : null, ErrorMessage = TemplateTexts.FillAll.In(tongue),
    };
}
