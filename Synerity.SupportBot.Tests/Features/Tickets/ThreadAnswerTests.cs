using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>An answer that a technician writes to the bot in the thread of a ticket's card.</summary>
public sealed class ThreadAnswerTests
{
    private const string Words = "Hej Maria! Jag har *stängt av* den ena.";

    [Fact]
    public async Task Nothing_leaves_the_thread_before_its_writer_has_confirmed_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var heard = app.ChatOf(Cast.Maria).Count;

        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);

        var asked = app.Channel[^1];
        Assert.Equal(app.DeskCard("NORD-1").ConversationId, asked.ConversationId);
        Assert.Equal($"Ska det här gå till Maria Ek?\nNORD-1 · läser svenska\n{Words}\nSkicka till Maria Ek\nSpara som intern anteckning\nAvbryt", asked.Words);
        Assert.Equal(heard, app.ChatOf(Cast.Maria).Count);
        Assert.Contains("Ingen har tagit det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_it_is_the_first_answer_at_that_moment_and_the_card_says_by_whom()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var asked = app.Channel[^1];
        await app.AdvanceToAsync("2026-11-27 10:31");

        var answer = await app.PressAsync(Cast.Anna, asked, "Skicka till Maria Ek");

        var said = $"Anna Berg skickade det till Maria Ek i dag 10:31.\n{Words}";
        Assert.Equal(said, answer.Words);
        Assert.Equal(said, app.Channel.Single(message => message.Id == asked.Id).Words);
        Assert.Equal($"Anna Berg svarar på NORD-1:\n{Words}\nSvara Anna\nDet löste sig", app.LastTo(Cast.Maria).Words);
        Assert.Contains("\nAnna Berg har det\nBesvarat i dag 10:31, i tid\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Skicka till Maria Ek", 1)]
    [InlineData("Spara som intern anteckning", 0)]
    [InlineData("Avbryt", 0)]
    public async Task Whatever_is_pressed_first_counts_and_counts_once(string first, int heard)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var (asked, before) = (app.Channel[^1], app.ChatOf(Cast.Maria).Count);
        await app.PressAsync(Cast.Anna, asked, first);
        var decided = app.Channel.Single(message => message.Id == asked.Id).Words;

        foreach (var again in asked.Card!.Buttons)
        {
            Assert.Equal(decided, (await app.PressAsync(Cast.Anna, asked, again)).Words);
        }

        Assert.Equal(heard, app.ChatOf(Cast.Maria).Skip(before).Count(message => message.Words.Contains(Words, StringComparison.Ordinal)));
        Assert.Equal(decided, app.Channel.Single(message => message.Id == asked.Id).Words);
    }

    [Fact]
    public async Task Two_presses_at_once_send_it_once()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var asked = app.Channel[^1];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.PostAsync(app.Press(Cast.Anna, asked, "Skicka till Maria Ek"))));
        await app.SettleAsync();

        Assert.Single(app.ChatOf(Cast.Maria), message => message.Words.StartsWith("Anna Berg svarar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_a_note_it_stands_on_the_card_in_the_channel_and_never_reaches_the_customer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Ta");
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), "kolla hennes automationer");

        var answer = await app.PressAsync(Cast.Anna, app.Channel[^1], "Spara som intern anteckning");

        Assert.StartsWith("Anna Berg sparade det som intern anteckning i dag 10:09. Kunden ser den inte.\n", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Intern anteckning, Anna Berg\nkolla hennes automationer", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("kolla hennes automationer", app.LastTo(Cast.Kalle).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.ChatOf(Cast.Maria), message => message.Words.Contains("kolla", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_decides_over_a_technicians_words()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var (asked, before) = (app.Channel[^1], app.ChatOf(Cast.Maria).Count);

        foreach (var button in asked.Card!.Buttons)
        {
            Assert.EndsWith("Det är Anna Berg som har skrivit det och bestämmer.", (await app.PressAsync(Cast.Kalle, asked, button)).Words, StringComparison.Ordinal);
            Assert.EndsWith("Det kan bara en tekniker göra. En administratör kan lägga till dig.", (await app.PressAsync(Cast.Administrator, asked, button)).Words, StringComparison.Ordinal);
        }

        Assert.Equal(asked.Words, app.Channel.Single(message => message.Id == asked.Id).Words);
        Assert.Equal(before, app.ChatOf(Cast.Maria).Count);
    }

    [Theory]
    [InlineData("kö")]
    [InlineData("NORD-1")]
    [InlineData("status NORD-1")]
    public async Task Commands_and_keys_stay_what_they_are(string words)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), words);

        Assert.DoesNotContain("Ska det här gå till", app.Channel[^1].Words, StringComparison.Ordinal);
        Assert.Contains("NORD-1", app.Channel[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_in_the_channel_a_mention_is_no_answer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.MentionAsync(Cast.Anna, Words);

        Assert.DoesNotContain(app.Channel, message => message.Words.Contains("Ska det här gå till", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_is_told_who_may_and_too_long_an_answer_that_it_is()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.MentionBelowAsync(Cast.Administrator, app.DeskCard("NORD-1"), Words);
        var refused = app.Channel[^1].Words;
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), new string('å', 4001));

        Assert.Equal("Det kan bara en tekniker göra. En administratör kan lägga till dig.", refused);
        Assert.Equal("Det blev för långt. Korta ner det, resten kan du skriva efteråt.", app.Channel[^1].Words);
    }

    [Fact]
    public async Task A_ticket_that_has_been_closed_meanwhile_takes_no_answer_but_still_a_note()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var asked = app.Channel[^1];
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");

        var refused = await app.PressAsync(Cast.Anna, asked, "Skicka till Maria Ek");
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var offered = app.Channel[^1];
        await app.PressAsync(Cast.Anna, offered, "Spara som intern anteckning");

        Assert.EndsWith("NORD-1 är stängt.", refused.Words, StringComparison.Ordinal);
        Assert.StartsWith("Ärendet är stängt, så det går inte att skicka.\n", offered.Words, StringComparison.Ordinal);
        Assert.Equal(["Spara som intern anteckning", "Avbryt"], offered.Card!.Buttons);
        Assert.Contains($"Intern anteckning, Anna Berg\n{Words}", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_week_it_is_asked_to_be_written_again()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.MentionBelowAsync(Cast.Anna, app.DeskCard("NORD-1"), Words);
        var asked = app.Channel[^1];
        await app.AdvanceToAsync("2026-12-06 10:00");

        var answer = await app.PressAsync(Cast.Anna, asked, "Skicka till Maria Ek");

        Assert.EndsWith("Det var för länge sedan. Skriv det en gång till, så skickar jag det.", answer.Words, StringComparison.Ordinal);
    }
}
