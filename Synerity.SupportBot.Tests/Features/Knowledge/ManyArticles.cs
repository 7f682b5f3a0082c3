using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

/// <summary>More articles than anybody has written: copies of the program's own in which every sixth word comes from somewhere else.</summary>
internal static class ManyArticles
{
    private const int Seed = 20261125;

    public static IReadOnlyList<Article> BuiltIn { get; } = [.. ArticleFolder.Read(ArticleFolder.BuiltIn).Select(file => file.Article!)];

    /// <summary>The same every time.</summary>
    /// <param name="slugs">Each is an article in both languages.</param>
    public static IEnumerable<Article> Make(int slugs)
    {
        var chance = new Random(Seed);
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            var models = BuiltIn.Where(article => article.Tongue == tongue).OrderBy(article => article.Slug, StringComparer.Ordinal).ToList();
            var words = models.SelectMany(article => article.Questions).SelectMany(question => question.Split(' ')).ToArray();
            for (var number = 0; number < slugs; number++) yield return Varied(models[number % models.Count], number, words, chance);
        }
    }

    /// <summary>Questions as people ask them of the program's articles.</summary>
    public static IReadOnlyList<(string Question, Tongue Tongue)> Questions(int count)
    {
        var all = BuiltIn.SelectMany(article => article.Questions.Select(question => (question, article.Tongue))).ToArray();
        new Random(Seed).Shuffle(all);
        return all[..count];
    }

    private static Article Varied(Article model, int number, string[] words, Random chance)
    {
        string Vary(string text) => string.Join(' ', text.Split(' ').Select(word => chance.Next(6) == 0 ? words[chance.Next(words.Length)] : word));
        Paragraph Paragraph(Paragraph paragraph) => new([new Run(Vary(paragraph.Text))]);
        Block Block(Block block) => block switch
        {
            Block.Steps steps => new Block.Steps([.. steps.Items.Select(Paragraph)]),
            Block.Points points => new Block.Points([.. points.Items.Select(Paragraph)]),
            _ => new Block.Prose(Paragraph(block.Paragraphs[0])),
        };
        return model with
        {
            Slug = $"{model.Slug}-{number}", Title = Vary(model.Title), Summary = Vary(model.Summary), Keywords = [.. model.Keywords.Select(Vary)],
            Questions = [.. model.Questions.Take(10).Select(Vary)],
            Sections = [.. model.Sections.Select(section => new Section(section.Heading, [.. section.Blocks.Select(Block)]))],
        };
    }
}
