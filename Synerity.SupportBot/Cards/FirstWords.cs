namespace Synerity.SupportBot.Cards;

/// <summary>What a card is about, for the notification of one that nothing else is said about: the first text on it.</summary>
public static class FirstWords
{
    /// <summary>Null for a card without any text.</summary>
    public static string? Of(AdaptiveCard card) => In(card.Body);

    private static string? In(IEnumerable<Element> elements) => elements.Select(Of).FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));

    private static string? Of(Element element) => element switch
    {
        TextBlock block => block.Text,
        RichTextBlock rich => string.Concat(rich.Inlines.Select(run => run.Text)),
        Container container => In(container.Items),
        ColumnSet set => In(set.Columns.SelectMany(column => column.Items)),
        FactSet set => set.Facts.Select(fact => fact.Title).FirstOrDefault(),
        _ => null,
    };
}
