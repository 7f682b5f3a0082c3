using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Who an article is written for.</summary>
public enum Audience
{
    User,
    Admin,
    Developer,
}

/// <summary>One help article in one language. Its twin in the other language has the same slug.</summary>
/// <param name="Slug">Lower-case letters, digits and hyphens; the same in both languages and for ever, since tickets and links carry it.</param>
/// <param name="Summary">The answer in a sentence, which stands alone.</param>
/// <param name="Keywords">Words that people use and the text does not.</param>
/// <param name="Questions">Other ways to ask for it, as people write them.</param>
public sealed record Article(
    string Slug, Tongue Tongue, string Title, string Summary, IReadOnlyList<string> Keywords, IReadOnlyList<string> Questions,
    Audience Audience, DateOnly Updated, IReadOnlyList<Section> Sections)
{
    /// <summary>What to do, in order; each step stands alone. Empty when the article has no numbered list.</summary>
    public IReadOnlyList<Paragraph> Steps { get; } = Sections.FirstOrDefault(section => section.Steps.Count > 0)?.Steps ?? [];

    /// <summary>The slugs it refers to.</summary>
    public IEnumerable<string> Links =>
        from section in Sections
        from paragraph in section.All
        from run in paragraph.Runs
        where run.Link is not null
        select run.Link;
}

/// <summary>A heading and what stands under it, in order.</summary>
public sealed record Section(string Heading, IReadOnlyList<Block> Blocks)
{
    public IReadOnlyList<Paragraph> Steps { get; } = Blocks.OfType<Block.Steps>().FirstOrDefault()?.Items ?? [];

    public IEnumerable<Paragraph> All => Blocks.SelectMany(block => block.Paragraphs);
}

/// <summary>A paragraph, a numbered list or a list of points.</summary>
public abstract record Block
{
    public abstract IReadOnlyList<Paragraph> Paragraphs { get; }

    public sealed record Prose(Paragraph Paragraph) : Block
    {
        public override IReadOnlyList<Paragraph> Paragraphs => [Paragraph];
    }

    public sealed record Steps(IReadOnlyList<Paragraph> Items) : Block
    {
        public override IReadOnlyList<Paragraph> Paragraphs => Items;
    }

    public sealed record Points(IReadOnlyList<Paragraph> Items) : Block
    {
        public override IReadOnlyList<Paragraph> Paragraphs => Items;
    }
}

/// <summary>Runs of text, one after the other.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs)
{
    public string Text { get; } = string.Concat(Runs.Select(run => run.Text));
}

/// <param name="Link">The slug it refers to; <see cref="Text"/> is then the slug until the library knows the title.</param>
public sealed record Run(string Text, bool IsBold = false, string? Link = null);
