using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class TakeTicketTests
{
    [Fact]
    public async Task Taking_it_changes_both_cards_and_says_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Maria);
        var messages = app.ChatOf(Cast.Maria).Count;

        var answer = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        Assert.Contains("Anna Berg har det", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["Svara", "Markera löst", "Lämna över", "Intern anteckning", "Släpp", "Pausa klockan", "Nästa besked", "Vänta på monday.com", "Rätta ärendet", "Slå ihop"], app.DeskCard("NORD-1").Card!.Buttons);
        Assert.Contains("Anna Berg har det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nAnna Berg jobbar med det\n", app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words, StringComparison.Ordinal);
        Assert.Equal(messages, app.ChatOf(Cast.Maria).Count);
        Assert.Equal(2, app.Channel.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_technicians_one_has_it_and_the_other_reads_who(bool atOnce)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Kalle, "hej");
        await app.TicketAsync(Cast.Maria);
        var desk = app.DeskCard("NORD-1");
        var presses = new[] { Cast.Anna, Cast.Kalle }.Select(technician => app.Press(technician, desk, "Ta")).ToList();

        Answered[] answers = atOnce
            ? await Task.WhenAll(presses.Select(press => app.PostAsync(press)))
            : [await app.PostAsync(presses[0]), await app.PostAsync(presses[1])];
        await app.SettleAsync();

        var holder = app.DeskCard("NORD-1").Words.Contains("Anna Berg har det", StringComparison.Ordinal) ? "Anna Berg" : "Kalle Holm";
        Assert.All(answers, answer => Assert.Contains($"{holder} har det", answer.Words, StringComparison.Ordinal));
        Assert.Single(answers, answer => answer.Words.StartsWith($"{holder} hann före och tog NORD-1 10:09.", StringComparison.Ordinal));
        Assert.Equal(2, (await app.Rows.RangeAsync("c|NORD", "l|", "l|~", 10, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("Britta Chef", "Det kan bara en tekniker göra.")]
    [InlineData("Nils Ny", "Jag svarar bara i privat chatt")]
    public async Task Only_technicians_take_tickets(string name, string refusal)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        var answer = await app.PressAsync(Cast.Everybody.Single(person => person.Name == name), app.DeskCard("NORD-1"), "Ta");

        Assert.StartsWith(refusal, answer.Body!.Value.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Contains("Ingen har tagit det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }
}
