using System.Text;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>What an answer may be made of: an article, as the model sees it.</summary>
/// <param name="Number">The n of <c>[n]</c>; from 1.</param>
/// <param name="Text">Masked: an article may have been written from a ticket.</param>
public sealed record Passage(int Number, Article Article, string Text)
{
    private const int MostText = 4000;

    /// <summary>The article that was found and the other candidates.</summary>
    internal static IReadOnlyList<Passage> Of(SelfHelp help) =>
        [.. help.Others.Prepend(help.Article).Select((article, index) => new Passage(index + 1, article, TextOf(article)))];

    private static string TextOf(Article article)
    {
        var text = new StringBuilder(article.Title).Append('\n').Append(article.Summary).Append('\n');
        foreach (var section in article.Sections)
        {
            text.Append(section.Heading).Append('\n');
            foreach (var paragraph in section.All) text.Append(paragraph.Text).Append('\n');
        }

        var masked = Masking.Mask(text.ToString());
        return masked.Length <= MostText ? masked : masked[..MostText];
    }
}

/// <summary>A question with what may answer it, everything masked.</summary>
/// <param name="Tongue">The language of the answer.</param>
public sealed record Asked(string Question, Tongue Tongue, IReadOnlyList<Passage> Passages)
{
    internal static Asked Of(string question, SelfHelp help) => new(Masking.Mask(AnswerCard.Kept(question)), help.Tongue, Passage.Of(help));
}
