using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Features.Knowledge.Search;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>One language of a draft, as it was filled in.</summary>
/// <param name="Steps">A step on each line.</param>
public sealed record DraftText(string Title, string Summary, string Steps);

/// <summary>An article somebody of staff has written in Teams and an administrator has not published yet.</summary>
/// <param name="Id">Random; safe in a row key.</param>
/// <param name="Ticket">The key of the ticket it was made of; null where there was none.</param>
public sealed partial record Draft(string Id, DraftText Swedish, DraftText English, string Keywords, PersonRef By, DateTimeOffset At, string? Ticket = null)
{
    public const int MaxTitle = ArticleReader.MaxTitle;
    public const int MaxSteps = 2000;
    public const int MostSteps = 12;
    public const int MaxKeywords = 500;

    public DraftText Of(Tongue tongue) => tongue == Tongue.Swedish ? Swedish : English;

    /// <summary>Made of the English title: <c>Move a board between workspaces</c> → <c>move-a-board-between-workspaces</c>.</summary>
    [JsonIgnore]
    public string Slug => Apart().Replace(Folding.Fold(English.Title.ToLowerInvariant()), "-").Trim('-') is { Length: > 0 } slug
        ? slug[..Math.Min(slug.Length, 60)].Trim('-')
        : $"article-{Id[..8]}";

    /// <summary>The text that an article file would have. What was filled in is put on lines of its own, so that it cannot become anything else.</summary>
    public string FileOf(Tongue tongue, string slug, DateTimeOffset published)
    {
        var text = Of(tongue);
        var file = new StringBuilder();
        file.Append("---\nslug: ").Append(slug).Append("\ntitle: ").Append(Line(text.Title)).Append("\nsummary: ").Append(Line(text.Summary));
        file.Append("\nkeywords: ").Append(Line(Keywords)).Append("\naudience: user\nupdated: ").Append(published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("\n---\n\n");
        file.Append("## ").Append(GapTexts.WhatToDo.In(tongue)).Append('\n');
        foreach (var (step, number) in StepsOf(text).Select((step, index) => (step, index + 1))) file.Append(number).Append(". ").Append(Plain(step)).Append('\n');
        file.Append("\n## ").Append(GapTexts.OpenATicket.In(tongue)).Append('\n').Append(GapTexts.OpenATicketText.In(tongue)).Append('\n');
        return file.ToString();
    }

    internal static IReadOnlyList<string> StepsOf(DraftText text) =>
        [.. text.Steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Numbering().Replace(line, "")).Where(line => line.Length > 0).Take(MostSteps)];

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>Signs that Markdown would read are taken as they stand.</summary>
    private static string Plain(string text) => Signs().Replace(Line(text), @"\$0");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Apart();

    [GeneratedRegex(@"^(\d+[.)]|[-*•])\s+")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[\\`*_{}\[\]()#+.!|<>&~-]")]
    private static partial Regex Signs();
}

/// <summary>Drafts that wait for an administrator, in the room's partition.</summary>
public sealed class Drafts(IRows rows)
{
    private const string Prefix = "draft|";
    private const int Most = 100;

    public async Task<Stored<Draft>?> ReadAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out _) && await rows.ReadAsync(PublishedArticles.Partition, Prefix + id, cancellation) is { } row ? StoredJson.Read<Draft>(row) : null;

    /// <summary>Oldest first, at most 100.</summary>
    public async Task<IReadOnlyList<Draft>> AllAsync(CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(PublishedArticles.Partition, Prefix, RowKey.EndOf(Prefix), Most, cancellation)).Select(row => StoredJson.Read<Draft>(row.Data)).OrderBy(draft => draft.At)];

    public static RowWrite Insert(Draft draft) => new RowWrite.Insert(Prefix + draft.Id, StoredJson.Write(draft));

    public static RowWrite Replace(Draft draft, string tag) => new RowWrite.Replace(Prefix + draft.Id, StoredJson.Write(draft), tag);

    public static RowWrite Delete(string id, string tag) => new RowWrite.Delete(Prefix + id, tag);
}
