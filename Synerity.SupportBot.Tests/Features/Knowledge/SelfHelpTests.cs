using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

/// <summary>Scenes 1 and 2 of the conversations: an answer before a form.</summary>
public sealed class SelfHelpTests
{
    private const string Loop = "vår automation på Inköp mejlar leverantörerna två gånger";

    [Fact]
    public async Task A_question_gets_a_sentence_and_then_the_steps()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, Loop);

        var told = app.ChatOf(Cast.Maria);
        Assert.StartsWith("Slå av automationen som skickar mejlen", told[0].Words, StringComparison.Ordinal);
        Assert.StartsWith("Samma mejl skickas om och om igen\n1. ", told[1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("\n5. ", told[1].Words, StringComparison.Ordinal);
        Assert.Contains("4 av 7 steg", told[1].Words, StringComparison.Ordinal);
        Assert.Equal(["Ja", "Nej", "Läs hela", "Öppna ärende"], told[1].Card!.Buttons.TakeLast(4));
        Assert.Equal(told[0].Words, told[1].Summary);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("det löste sig")]
    [InlineData("nu funkar det!")]
    public async Task A_written_yes_closes_it_and_is_remembered(string written)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);

        await app.SayAsync(Cast.Maria, written);

        Assert.Equal("Skönt! Säg till om det är något mer.", app.LastTo(Cast.Maria).Words);
        Assert.Equal((1, 0), await VerdictsAsync(app, "runaway-mail-loop"));
        Assert.Equal(0, await TicketsAsync(app));
    }

    [Fact]
    public async Task A_pressed_yes_shows_on_the_answer_itself()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);
        var answer = app.LastTo(Cast.Maria);

        await app.PressAsync(Cast.Maria, answer, "Ja");

        var now = app.ChatOf(Cast.Maria).Single(message => message.Id == answer.Id);
        Assert.Contains("Du svarade att det hjälpte.", now.Words, StringComparison.Ordinal);
        Assert.Equal(["Läs hela"], now.Card!.Buttons);
        Assert.Equal((1, 0), await VerdictsAsync(app, "runaway-mail-loop"));
    }

    [Fact]
    public async Task A_changed_mind_counts_once()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);
        var answer = app.LastTo(Cast.Maria);

        await app.PressAsync(Cast.Maria, answer, "Ja");
        await app.PressAsync(Cast.Maria, answer, "Nej");

        Assert.Equal((0, 1), await VerdictsAsync(app, "runaway-mail-loop"));
    }

    [Fact]
    public async Task No_becomes_the_form_with_the_question_in_it_and_then_a_ticket_that_says_what_was_read()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);
        var answer = app.LastTo(Cast.Maria);

        await app.PressAsync(Cast.Maria, answer, "Nej");
        var form = app.ChatOf(Cast.Maria).Single(message => message.Id == answer.Id);
        await app.PressAsync(Cast.Maria, form, "Skicka till supporten");

        Assert.Equal("Okej, då lämnar jag över till en tekniker. Jag har fyllt i det du skrev, så det går fort.", app.ChatOf(Cast.Maria)[2].Words);
        Assert.Equal(Loop, form.Card!["what"]);
        Assert.StartsWith("NORD-1 · Vår automation på Inköp", app.ChatOf(Cast.Maria).Single(message => message.Id == answer.Id).Words, StringComparison.Ordinal);
        Assert.Contains("Har läst", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("runaway-mail-loop", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nej det finns bara en", "vår automation på Inköp mejlar leverantörerna två gånger. det finns bara en")]
    [InlineData("Nej, hjälpte inte", "vår automation på Inköp mejlar leverantörerna två gånger")]
    [InlineData("det hjälpte inte", "vår automation på Inköp mejlar leverantörerna två gånger")]
    [InlineData("nej", "vår automation på Inköp mejlar leverantörerna två gånger")]
    public async Task A_written_no_counts_too_and_what_stands_behind_it_belongs_to_the_question(string written, string filledIn)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);

        await app.SayAsync(Cast.Maria, written);

        Assert.Equal(filledIn, app.LastTo(Cast.Maria).Card!["what"]);
        Assert.Equal((0, 1), await VerdictsAsync(app, "runaway-mail-loop"));
    }

    [Fact]
    public async Task A_no_delivered_twice_is_one_form_and_one_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);
        var press = app.Press(Cast.Maria, app.LastTo(Cast.Maria), "Nej");

        var first = await app.SettledAsync(press);
        var again = await app.SettledAsync(press);
        await app.PressAsync(Cast.Maria, app.ChatOf(Cast.Maria).Single(message => message.Card is not null), "Skicka till supporten");

        Assert.Equal(first.Words, again.Words);
        Assert.Equal(1, await TicketsAsync(app));
    }

    [Fact]
    public async Task The_whole_article_is_a_dialog_with_what_else_to_read_and_a_way_to_a_technician()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);

        var article = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Läs hela");
        var next = await app.SubmitAsync(Cast.Maria, article, "Något akut har hänt, så gör du");
        var form = await app.SubmitAsync(Cast.Maria, next, "Öppna ärende");

        Assert.Equal("Samma mejl skickas om och om igen", article.DialogTitle);
        Assert.Contains("\n7. ", article.Words, StringComparison.Ordinal);
        Assert.Contains("Uppdaterad", article.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", article.Words, StringComparison.Ordinal);
        Assert.Equal(Loop, form.Card!["what"]);
    }

    [Fact]
    public async Task Another_article_can_be_picked_in_its_place()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "Mejlen går två gånger");
        var answer = app.LastTo(Cast.Maria);
        var other = answer.Card!.Buttons[0];

        var shown = await app.PressAsync(Cast.Maria, answer, other);

        Assert.Contains("Eller gäller det något av det här?", answer.Words, StringComparison.Ordinal);
        Assert.Contains(other, shown.Words, StringComparison.Ordinal);
        Assert.Contains("Hjälpte det?", shown.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hej", "Hej Maria! Vad kan jag hjälpa till med?")]
    [InlineData("tack", "Varsågod!")]
    [InlineData("hur går det", "Du har inga ärenden än.")]
    [InlineData("människa", "Okej, då lämnar jag över till en tekniker.")]
    [InlineData("ring mig", "Okej, då lämnar jag över till en tekniker.")]
    public async Task Small_talk_and_calls_for_a_person_never_reach_the_search(string written, string answer)
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, written);

        Assert.StartsWith(answer, app.ChatOf(Cast.Maria)[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.ChatOf(Cast.Maria), message => message.Words.Contains("Hjälpte det?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vad blir det för väder i morgon")]
    [InlineData("det funkar inte")]
    public async Task What_no_article_answers_becomes_a_form_with_the_words_in_it(string written)
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, written);

        Assert.StartsWith("Det har jag inget färdigt svar på.", app.ChatOf(Cast.Maria)[0].Words, StringComparison.Ordinal);
        Assert.Equal(written, app.LastTo(Cast.Maria).Card!["what"]);
    }

    [Fact]
    public async Task Clear_English_is_answered_in_English_with_an_offer_to_keep_it()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "how do I invite a guest to one of our boards?");
        var answer = app.LastTo(Cast.Maria);
        await app.PressAsync(Cast.Maria, answer, "Answer in English from now on");

        Assert.Contains("Did that help?", answer.Words, StringComparison.Ordinal);
        Assert.Equal("en", answer.Card!.Json.GetProperty("lang").GetString());
        Assert.StartsWith("I'll write to you in English", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_third_language_gets_one_line_in_both_and_the_form()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "wie kann ich einen gast einladen, das ist nicht möglich");

        Assert.Equal("Jag förstår bara svenska och engelska. I only understand Swedish and English.", app.ChatOf(Cast.Maria)[0].Words);
        Assert.NotNull(app.LastTo(Cast.Maria).Card!["what"]);
    }

    [Fact]
    public async Task Staff_read_the_answer_without_being_asked_whether_it_helped()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Anna, "hur bjuder jag in en gäst till en tavla");

        Assert.DoesNotContain("Nej", app.LastTo(Cast.Anna).Card!.Buttons);
        Assert.Contains("Läs hela", app.LastTo(Cast.Anna).Card!.Buttons);
    }

    [Fact]
    public async Task With_an_open_ticket_it_asks_first_and_a_new_question_is_then_looked_up()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, "hur bjuder jag in en gäst till en tavla");
        await app.SayAsync(Cast.Maria, "ny fråga");

        Assert.Contains("Hjälpte det?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("människa", Loop)]
    [InlineData("ring mig", Loop + "\nJag vill bli uppringd.")]
    public async Task Whoever_wants_a_person_gets_the_form_with_what_was_asked_and_no_time_for_a_call(string written, string filledIn)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);

        await app.SayAsync(Cast.Maria, written);

        Assert.Equal(filledIn, app.LastTo(Cast.Maria).Card!["what"]);
        Assert.DoesNotContain("senast", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_is_over_once_the_ticket_is_open_and_its_card_can_be_quoted()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, Loop);
        var answer = app.LastTo(Cast.Maria);
        await app.PressAsync(Cast.Maria, answer, "Nej");
        await app.PressAsync(Cast.Maria, app.ChatOf(Cast.Maria).Single(message => message.Id == answer.Id), "Skicka till supporten");

        await app.SayAsync(Cast.Maria, "nej det gäller alla");
        var asked = app.LastTo(Cast.Maria).Words;
        await app.SayAsync(Cast.Maria, "nu är det värre", quoting: app.ChatOf(Cast.Maria).Single(message => message.Id == answer.Id));

        Assert.StartsWith("Ska jag skicka det till", asked, StringComparison.Ordinal);
        Assert.StartsWith("Skickat till supporten på NORD-1.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_seconds_apart_get_one_answer_which_replaces_the_greeting()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "Hej");
        await app.SayAsync(Cast.Maria, Loop);

        Assert.Equal(2, app.ChatOf(Cast.Maria).Count);
        Assert.StartsWith("Slå av automationen som skickar mejlen", app.ChatOf(Cast.Maria)[0].Words, StringComparison.Ordinal);
        Assert.Contains("Hjälpte det?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_seconds_later_belongs_to_the_question()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "våra kunder får mejl");
        await app.SayAsync(Cast.Maria, "samma mejl om och om igen från automationen");
        await app.SayAsync(Cast.Maria, "nej");

        Assert.Equal("våra kunder får mejl\nsamma mejl om och om igen från automationen", app.LastTo(Cast.Maria).Card!["what"]);
        Assert.Equal((0, 1), await VerdictsAsync(app, "runaway-mail-loop"));
    }

    [Fact]
    public async Task A_question_later_gets_an_answer_of_its_own()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "hej");

        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await app.SayAsync(Cast.Maria, Loop);

        Assert.StartsWith("Hej Maria!", app.ChatOf(Cast.Maria)[0].Words, StringComparison.Ordinal);
        Assert.Contains(app.ChatOf(Cast.Maria).Skip(1), message => message.Words.Contains("Hjälpte det?", StringComparison.Ordinal));
    }

    private static async Task<(int Helped, int Not)> VerdictsAsync(BotApp app, string slug) => await new Verdicts(app.Rows).OfAsync(slug, CancellationToken.None);

    private static async Task<int> TicketsAsync(BotApp app) => (await app.Rows.RangeAsync("c|NORD", "t|", "t|~", 10, CancellationToken.None)).Count;
}
