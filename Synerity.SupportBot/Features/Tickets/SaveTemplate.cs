using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Adds or changes one. Who was slower is asked again, with their own words.</summary>
public sealed class SaveTemplate(Templates templates) : ICardAction<SaveTemplate.Data>
{
    /// <param name="Tag">Of the one that was opened; null: a new one.</param>
    public sealed record Data(string Id, string? Tag = null);

    public static string Verb => "tickets.save-template";

    public string? PartitionOf(Data data) => Templates.Partition;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!Templates.MayKeep(turn.Caller)) return Reply.Refuse(TemplateTexts.NotYours);
        if (!Templates.IsId(data.Id)) return Reply.Refuse(TemplateTexts.ChooseOne);
        var template = new TextTemplate(data.Id, inputs[TemplateForm.Name], inputs[TemplateForm.Swedish], inputs[TemplateForm.English]);
        var stored = await templates.FindAsync(data.Id, cancellation);
        if (stored?.Value == template) return Reply.Say(TemplateTexts.Saved(template.Name));
        if (Fault(template) is { } fault) return Again(fault, data.Tag);
        if (stored?.Tag != data.Tag) return Again(stored is null ? TemplateTexts.RemovedMeanwhile : TemplateTexts.ChangedMeanwhile, stored?.Tag);
        if (stored is null && (await templates.AllAsync(cancellation)).Count >= Templates.Most) return Again(TemplateTexts.TooMany, tag: null);
        return Change.To(Templates.Partition, new Decision([Templates.Write(stored, template)], [], Reply.Say(TemplateTexts.Saved(template.Name))));

        Reply Again(Text error, string? tag) => Reply.Ask(TemplateForm.For(template, tag, turn.Reader, error));
    }

    private static Text? Fault(TextTemplate template)
    {
        string[] words = [template.Swedish, template.English];
        if (template.Name.Length == 0 || words.Any(text => text.Length == 0)) return TemplateTexts.FillAll;
        return template.Name.Length > Templates.MaxName || words.Any(text => text.Length > Templates.MaxWords) ? TemplateTexts.TooLong : null;
    }
}

/// <summary>Takes one away, if it still is the one that was looked at.</summary>
public sealed class RemoveTemplate(Templates templates) : ICardAction<RemoveTemplate.Data>
{
    public sealed record Data(string Id, string Tag);

    public static string Verb => "tickets.remove-template";

    public string? PartitionOf(Data data) => Templates.Partition;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!Templates.MayKeep(turn.Caller)) return Reply.Refuse(TemplateTexts.NotYours);
        if (await templates.FindAsync(data.Id, cancellation) is not { } stored) return Reply.Refuse(TemplateTexts.ChooseOne);
        if (stored.Tag != data.Tag) return Reply.Ask(TemplateForm.For(stored.Value, stored.Tag, turn.Reader, TemplateTexts.ChangedMeanwhile));
        return Change.To(Templates.Partition, new Decision([Templates.Remove(stored)], [], Reply.Say(TemplateTexts.Removed(stored.Value.Name))));
    }
}
