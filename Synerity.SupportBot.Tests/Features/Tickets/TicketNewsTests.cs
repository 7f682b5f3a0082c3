using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Each message says who did it, not whose ticket it is.</summary>
public sealed class TicketNewsTests
{
    [Fact]
    public async Task A_colleague_s_answer_carries_the_colleague_s_name()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await app.AnswerAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Prova att slå av den.");

        var news = app.LastTo(Cast.Maria);
        Assert.Equal("Kalle Holm svarar på NORD-1: \"Prova att slå av den.\"", news.Summary);
        Assert.StartsWith("Kalle Holm svarar på NORD-1:\n", news.Words, StringComparison.Ordinal);
        Assert.Equal(["Skriv till Anna", "Det löste sig"], news.Card!.Buttons);
    }

    [Fact]
    public async Task A_contact_s_words_on_somebody_else_s_ticket_carry_the_contact_s_name()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        await app.SayAsync(Cast.Anna, "hej");
        await app.SayAsync(Cast.Lena, "NORD-1");

        var dialog = await app.PressAsync(Cast.Lena, app.LastTo(Cast.Lena), "Skriv till Anna");
        await app.SubmitAsync(Cast.Lena, dialog, "Skicka till supporten", ("words", "Det gäller även lagret."));

        Assert.Equal("Lena Dahl skriver på NORD-1: \"Det gäller även lagret.\"", app.LastTo(Cast.Anna).Summary);
        Assert.Contains("\nLena Dahl: Det gäller även lagret.\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nMaria Ek (läser svenska)\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_nothing_but_emoji_arrives_as_it_was_written()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var words = string.Concat(Enumerable.Repeat("😀", 2000));

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), words);

        Assert.Contains(words, app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
        Assert.Contains("😀😀", app.LastTo(Cast.Maria).Body.GetProperty("attachments").GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await app.Rows.RangeAsync("c|NORD", "dead|", "dead|~", 10, CancellationToken.None));
    }
}
