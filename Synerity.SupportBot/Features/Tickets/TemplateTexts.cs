using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said about text templates.</summary>
internal static class TemplateTexts
{
    public static readonly Text Title = new("Textmallar", "Text templates");
    public static readonly Text None = new("Det finns inga mallar än. Skriv en för det du svarar ofta.", "There are no templates yet. Write one for what you often answer.");
    public static readonly Text Template = new("Textmall", "Template");
    public static readonly Text FillIn = new("Fyll i", "Fill in");
    public static readonly Text ChooseOne = new("Välj en mall först.", "Choose a template first.");
    public static readonly Text Change = new("Ändra", "Change");
    public static readonly Text New = new("Ny mall", "New template");
    public static readonly Text Name = new("Vad ska den heta?", "What should it be called?");
    public static readonly Text InSwedish = new("Text på svenska", "Text in Swedish");
    public static readonly Text InEnglish = new("Text på engelska", "Text in English");
    public static readonly Text Save = new("Spara", "Save");
    public static readonly Text Remove = new("Ta bort mallen", "Remove the template");
    public static readonly Text FillAll = new("Skriv ett namn och texten på båda språken.", "Write a name, and the text in both languages.");
    public static readonly Text TooLong = new(
        "Det blev för långt. Namnet får ha 30 tecken och texterna 1 500.", "That's too long. The name may have 30 characters and the texts 1,500.");

    public static readonly Text TooMany = new("Det finns redan 20 mallar. Ta bort någon först.", "There are 20 templates already. Remove one first.");
    public static readonly Text ChangedMeanwhile = new(
        "Någon annan ändrade mallen medan du skrev. Sparar du nu gäller din text.", "Somebody else changed the template while you were writing. If you save now, your text counts.");

    public static readonly Text RemovedMeanwhile = new(
        "Någon annan tog bort mallen medan du skrev. Sparar du nu läggs den till igen.", "Somebody else removed the template while you were writing. If you save now, it is added again.");

    public static readonly Text NotYours = new("Det kan bara tekniker och administratörer göra.", "Only technicians and administrators can do that.");

    public static Text Fields(string fields) => new($"Det här fyller jag i: {fields}", $"I fill these in: {fields}");

    public static Text IsAnswering(string name, string clock) => new($"{name} håller på att svara sedan {clock}.", $"{name} has been answering since {clock}.");

    public static Text Saved(string name) => new($"Mallen {name} är sparad.", $"The template {name} is saved.");

    public static Text Removed(string name) => new($"Mallen {name} är borttagen.", $"The template {name} is removed.");
}
