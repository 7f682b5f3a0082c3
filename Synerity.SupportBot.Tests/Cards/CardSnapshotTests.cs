using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Cards;

public sealed class CardSnapshotTests
{
    public static IEnumerable<object[]> Names => CardCatalogue.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_is_as_approved(string name, Tongue tongue)
    {
        var shown = await CardCatalogue.Of(name).ShowAsync(Cast.Plain, tongue);

        Snapshot.Matches($"Cards/{name}.{tongue.Suffix()}.json", shown.ToJson());
    }

    [Fact]
    public void Every_approved_card_is_still_made()
    {
        var made = Names.Select(row => $"{row[0]}.{((Tongue)row[1]).Suffix()}.json");

        var approved = Directory.GetFiles(Path.Combine(Repository.Tests, "Cards"), "*.json").Select(Path.GetFileName)
            .Where(file => !file!.Contains(".received.", StringComparison.Ordinal));

        Assert.Empty(approved.Except(made));
    }

    /// <summary>Whoever calls a constructor of a card, anywhere in the product's code, makes one that people see.</summary>
    [Fact]
    public void Every_class_that_makes_a_card_is_in_the_catalogue()
    {
        var makers = ObjectsMade.Classes(typeof(AdaptiveCard).Assembly, typeof(AdaptiveCard)).Where(type => type.Namespace != typeof(AdaptiveCard).Namespace).ToList();

        var shown = CardCatalogue.All.Select(sample => sample.Source).ToHashSet();

        Assert.Contains(typeof(SupportBot.Features.Tickets.TicketCard), makers);
        Assert.Empty(makers.Where(maker => !shown.Contains(maker)).Select(maker => maker.FullName));
    }

    /// <summary>What the outbox can render; settled words have no card.</summary>
    [Fact]
    public void Every_source_of_stored_cards_is_in_the_catalogue()
    {
        var sources = typeof(SupportBot.Outbox.ICardSource).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(SupportBot.Outbox.ICardSource)));
        var shown = CardCatalogue.All.Select(sample => sample.Source);

        Assert.Empty(sources.Where(source => source != typeof(SupportBot.Outbox.LiteralSource)).Except(shown));
    }
}
