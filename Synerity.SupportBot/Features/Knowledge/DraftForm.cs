using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>What has been filled in of a draft, and what is wrong with it.</summary>
/// <param name="Errors">By input id.</param>
public sealed record DraftFields(DraftText Swedish, DraftText English, string Keywords, IReadOnlyDictionary<string, Text> Errors)
{
    private static readonly DraftText Empty = new("", "", "");

    public DraftFields()
        : this(Empty, Empty, "", new Dictionary<string, Text>())
    {
    }

    internal static DraftFields From(Inputs inputs) => new()
    {
        Swedish = Text(inputs, Tongue.Swedish), English = Text(inputs, Tongue.English), Keywords = inputs[DraftForm.Keywords],
    };

    /// <summary>What solved a ticket, in the language it was written in, for whoever rewrites it for everybody.</summary>
    internal static DraftFields From(Ticket ticket, Resolution solution, Tongue tongue)
    {
        var text = new DraftText(ticket.Title, solution.Advice, $"{solution.Cause}\n{solution.Action}");
        return tongue == Tongue.Swedish ? new() { Swedish = text } : new() { English = text };
    }

    internal DraftFields Check()
    {
        var errors = new Dictionary<string, Text>();
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            var text = tongue == Tongue.Swedish ? Swedish : English;
            Check(errors, DraftForm.Id("title", tongue), text.Title, Draft.MaxTitle);
            Check(errors, DraftForm.Id("summary", tongue), text.Summary, ArticleReader.MaxSummary);
            Check(errors, DraftForm.Id("steps", tongue), text.Steps, Draft.MaxSteps);
        }

        if (Keywords.Length > Draft.MaxKeywords) errors[DraftForm.Keywords] = GapTexts.TooLong;
        return this with { Errors = errors };
    }

    private static DraftText Text(Inputs inputs, Tongue tongue) =>
        new(inputs[DraftForm.Id("title", tongue)], inputs[DraftForm.Id("summary", tongue)], inputs[DraftForm.Id("steps", tongue)]);

    private static void Check(Dictionary<string, Text> errors, string id, string value, int longest)
    {
        if (value.Length == 0) errors[id] = GapTexts.Missing;
        if (value.Length > longest) errors[id] = GapTexts.TooLong;
    }
}

/// <summary>The form of an article: title, answer and steps in both languages.</summary>
internal static class DraftForm
{
    public const string Keywords = "keywords";

    public static string Id(string field, Tongue tongue) => $"{field}-{ArticleFolder.NameOf(tongue)}";

    public static Dialog For(FormStamp stamp, string? ticket, DraftFields fields, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>();
        body.AddRange(Part(fields.Swedish, GapTexts.InSwedish, Tongue.Swedish, fields, tongue));
        body.AddRange(Part(fields.English, GapTexts.InEnglish, Tongue.English, fields, tongue));
        body.AddRange(Field(Keywords, GapTexts.Words, fields.Keywords, Draft.MaxKeywords, fields, tongue, required: false));
        var save = Button.InDialog<SaveDraft, SaveDraft.Data>(GapTexts.SaveDraft, new(stamp.Nonce, stamp.Day, ticket), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(GapTexts.WriteArticle, new AdaptiveCard(body, [save], reader.Lang()), "large");
    }

    private static IEnumerable<Element> Part(DraftText text, Text heading, Tongue of, DraftFields fields, Tongue tongue) =>
    [
        new TextBlock(heading.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium },
        .. Field(Id("title", of), GapTexts.Heading, text.Title, Draft.MaxTitle, fields, tongue),
        .. Field(Id("summary", of), GapTexts.Answer, text.Summary, ArticleReader.MaxSummary, fields, tongue),
        .. Field(Id("steps", of), GapTexts.Steps, text.Steps, Draft.MaxSteps, fields, tongue, isMultiline: true),
    ];

    private static IEnumerable<Element> Field(
        string id, Text label, string value, int longest, DraftFields fields, Tongue tongue, bool isMultiline = false, bool required = true)
    {
        yield return new InputText(label.In(tongue))
        {
            Id = id, Value = value.Length > 0 ? value : null, MaxLength = longest, IsMultiline = isMultiline ? true : null, IsRequired = required ? true : null,
            ErrorMessage = required ? GapTexts.Missing.In(tongue) : null,
        };
        if (fields.Errors.TryGetValue(id, out var error)) yield return new TextBlock("⚠ " + error.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small };
    }
}
