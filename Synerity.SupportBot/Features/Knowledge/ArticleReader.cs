using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>An article file → an article: front matter between two lines of three hyphens, then Markdown with headings of the second level.</summary>
public static partial class ArticleReader
{
    private static readonly string[] Known = ["slug", "title", "summary", "keywords", "questions", "audience", "updated"];

    /// <summary>How <c>[[slug]]</c>, a reference to another article, is told to the Markdown parser.</summary>
    private const string LinkScheme = "article:";

    /// <summary>Longest summary: it is said in one breath, and summaries of notifications are cut at about this length.</summary>
    public const int MaxSummary = 300;

    /// <summary>Longest title; it is also a button.</summary>
    public const int MaxTitle = 120;

    /// <summary>A whole article is one card, and a card has a limit.</summary>
    private const int MaxText = 4500;
    private const int MaxParagraphs = 40;
    private const int MaxStep = 400;

    /// <param name="problems">What is wrong with it, in words for whoever writes articles; empty when all is well.</param>
    /// <returns>Null when it cannot be used.</returns>
    public static Article? Read(string text, Tongue tongue, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        if (FrontMatter().Match(text.ReplaceLineEndings("\n")) is not { Success: true } parts)
        {
            found.Add("It must begin with front matter between two lines of ---.");
            return null;
        }

        var front = Front(parts.Groups["front"].Value, found);
        string Field(string name) => front.GetValueOrDefault(name) is [var first, ..] ? first : "";
        foreach (var name in Known.Except(["questions", "keywords"]).Where(name => Field(name).Length == 0)) found.Add($"{name} is missing.");
        if (!SlugPattern().IsMatch(Field("slug"))) found.Add("slug must be lower-case letters, digits and hyphens.");
        if (Field("summary").Length > MaxSummary) found.Add($"summary is longer than {MaxSummary} characters.");
        if (!Enum.TryParse<Audience>(Field("audience"), ignoreCase: true, out var audience) || !Enum.GetNames<Audience>().Contains(Field("audience"), StringComparer.OrdinalIgnoreCase)) found.Add("audience must be user, admin or developer.");
        if (!DateOnly.TryParseExact(Field("updated"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var updated)) found.Add("updated must be a date, yyyy-MM-dd.");
        if (Field("title").Length > MaxTitle) found.Add($"title is longer than {MaxTitle} characters.");
        var sections = Sections(parts.Groups["body"].Value);
        found.AddRange(TooMuch(sections));
        if (sections.Count == 0) found.Add("It has no section: a line that begins with ## and text below it.");
        return found.Count > 0
            ? null
            : new Article(
                Field("slug"), tongue, Field("title"), Field("summary"), [.. Field("keywords").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                front.GetValueOrDefault("questions") ?? [], audience, updated, sections);
    }

    private static IEnumerable<string> TooMuch(IReadOnlyList<Section> sections)
    {
        var paragraphs = sections.SelectMany(section => section.All).ToList();
        if (paragraphs.Sum(paragraph => paragraph.Text.Length) > MaxText) yield return $"It is longer than {MaxText} characters; make two articles of it.";
        if (paragraphs.Count > MaxParagraphs) yield return $"It has more than {MaxParagraphs} paragraphs and list items; make two articles of it.";
        if (sections.SelectMany(section => section.Steps).Any(step => step.Text.Length > MaxStep)) yield return $"A step is longer than {MaxStep} characters.";
    }

    /// <summary>A text without front matter as sections; what stands before the first heading gets an empty one.</summary>
    public static IReadOnlyList<Section> Sections(string markdown)
    {
        var sections = new List<Section>();
        foreach (var node in Markdown.Parse(LinkPattern().Replace(markdown, $"[$1]({LinkScheme}$1)")))
        {
            if (node is HeadingBlock heading)
            {
                sections.Add(new(ParagraphOf(heading.Inline).Text, []));
                continue;
            }

            if (BlockOf(node) is not { } block) continue;
            if (sections.Count == 0) sections.Add(new("", []));
            sections[^1] = new(sections[^1].Heading, [.. sections[^1].Blocks, block]);
        }

        return [.. sections.Where(section => section.Blocks.Count > 0)];
    }

    /// <summary><c>name: value</c> lines; a name without value is followed by a list of <c>- item</c> lines.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Front(string lines, List<string> problems)
    {
        var front = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) && name.Length > 0)
            {
                front[name] = [.. front[name], line[2..].Trim()];
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? line[..colon].Trim() : "";
            if (!Known.Contains(name))
            {
                problems.Add($"The front matter has a line that nobody reads: {line[..Math.Min(line.Length, 40)]}");
                name = "";
                continue;
            }

            front[name] = line[(colon + 1)..].Trim() is { Length: > 0 } value ? [value] : [];
        }

        return front;
    }

    private static Block? BlockOf(Markdig.Syntax.Block node) => node switch
    {
        ListBlock list => list.IsOrdered ? new Block.Steps(ItemsOf(list)) : new Block.Points(ItemsOf(list)),
        ParagraphBlock prose when ParagraphOf(prose.Inline) is { Text.Length: > 0 } paragraph => new Block.Prose(paragraph),
        _ => null,
    };

    private static IReadOnlyList<Paragraph> ItemsOf(ListBlock list) =>
        [.. list.OfType<ListItemBlock>().Select(item => new Paragraph([.. item.Descendants<ParagraphBlock>().SelectMany(prose => ParagraphOf(prose.Inline).Runs)]))];

    private static Paragraph ParagraphOf(ContainerInline? inline) => new([.. RunsOf(inline, bold: false)]);

    private static IEnumerable<Run> RunsOf(ContainerInline? inlines, bool bold)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            var runs = inline switch
            {
                LinkInline { Url: { } url } when url.StartsWith(LinkScheme, StringComparison.Ordinal) => [new Run(url[LinkScheme.Length..], bold, url[LinkScheme.Length..])],
                EmphasisInline emphasis => RunsOf(emphasis, bold || emphasis.DelimiterCount > 1),
                ContainerInline container => RunsOf(container, bold),
                LineBreakInline => [new Run(" ", bold)],
                CodeInline code => [new Run(code.Content, bold)],
                LiteralInline literal => [new Run(literal.Content.ToString(), bold)],
                _ => [],
            };
            foreach (var run in runs) yield return run;
        }
    }

    [GeneratedRegex(@"\A---\n(?<front>.*?)\n---\n(?<body>.*)\z", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    internal static partial Regex SlugPattern();

    [GeneratedRegex(@"\[\[\s*([^\[\]\s]*)\s*\]\]")]
    private static partial Regex LinkPattern();
}
