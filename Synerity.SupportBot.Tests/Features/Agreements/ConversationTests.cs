using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class ConversationTests
{
    [Theory]
    [InlineData("Maria Ek", "avtal", false)]
    [InlineData("Maria Ek", "vad ingår?", false)]
    [InlineData("Lena Dahl", "avtal", true)]
    public async Task Only_contacts_see_what_the_agreement_costs(string name, string asked, bool price)
    {
        await using var app = await BotApp.StartAsync();
        var person = Cast.Everybody.Single(somebody => somebody.Name == name);

        await app.SayAsync(person, asked);

        var card = app.LastTo(person).Words;
        Assert.Contains("Ert avtal", card, StringComparison.Ordinal);
        Assert.Contains("En tekniker svarar inom 8 timmar.", card, StringComparison.Ordinal);
        Assert.Equal(price, card.Contains("kr/mån", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_welcome_comes_once_and_its_examples_can_be_pressed()
    {
        await using var app = await BotApp.StartAsync();

        await app.InstallAsync(Cast.Maria);
        await app.InstallAsync(Cast.Maria);
        var welcome = Assert.Single(app.ChatOf(Cast.Maria));
        await app.PressAsync(Cast.Maria, welcome, "Min automation körs inte");

        Assert.Equal("Hej Maria! Här får du hjälp med monday.com.", welcome.Summary);
        Assert.DoesNotContain("SILVER", welcome.Words, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Automationen körs inte\n1. ", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_nobody_knows_gets_a_polite_card_and_staff_are_told_once_a_day()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Ulf, "vår tavla är borta");
        await app.SayAsync(Cast.Ulf, "hallå?");
        await app.AdvanceToAsync("2026-11-28 10:00");
        await app.SayAsync(Cast.Ulf, "är ni där");

        Assert.Equal("Hej! Jag hittar inget avtal för er organisation, så jag kan inte öppna ärenden åt er än.", app.ChatOf(Cast.Ulf)[0].Words);
        Assert.Equal(["Vi är redan kund", "Vad vi erbjuder"], app.ChatOf(Cast.Ulf)[1].Card!.Buttons);
        var leads = app.Channel.Skip(1).ToList();
        Assert.Equal(2, leads.Count);
        Assert.All(leads, lead => Assert.StartsWith("Någon utan avtal har hört av sig\n", lead.Words, StringComparison.Ordinal));
        Assert.Contains("vår tavla är borta", leads[0].Words, StringComparison.Ordinal);
        Assert.Contains("är ni där", leads[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task We_are_a_customer_already_reaches_staff_with_the_name_and_the_question()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Ulf, "vår tavla är borta");
        var dialog = await app.PressAsync(Cast.Ulf, app.LastTo(Cast.Ulf), "Vi är redan kund");

        var again = await app.SubmitAsync(Cast.Ulf, dialog, "Skicka");
        await app.SubmitAsync(Cast.Ulf, again, "Skicka", ("company", "Okända Bolaget"));

        Assert.Equal("vår tavla är borta", dialog.Card!["question"]);
        Assert.Equal("⚠ Skriv företagets namn, högst 200 tecken.", again.Card!.ErrorBeside("company"));
        Assert.Equal("Tack! Vi kopplar ihop er och återkommer här. Din fråga följer med.", app.LastTo(Cast.Ulf).Words);
        var told = app.Channel[^1].Words;
        Assert.Contains("Ulf Okänd", told, StringComparison.Ordinal);
        Assert.Contains("Okända Bolaget", told, StringComparison.Ordinal);
        Assert.Contains("vår tavla är borta", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_the_day_before_is_filled_in_and_staff_can_tell_the_name_from_what_happened()
    {
        await using var app = await BotApp.StartAsync("2026-11-27 23:55");
        await app.SayAsync(Cast.Ulf, "vår tavla är borta");
        var card = app.LastTo(Cast.Ulf);
        await app.AdvanceToAsync("2026-11-30 09:00");

        var dialog = await app.PressAsync(Cast.Ulf, card, "Vi är redan kund");

        Assert.Equal("vår tavla är borta", dialog.Card!["question"]);
        Assert.Equal("Någon utan avtal har hört av sig · Ulf Okänd: vår tavla är borta", app.Channel[^1].Summary);
    }

    [Fact]
    public async Task After_the_agreement_old_tickets_can_be_read_and_a_new_question_goes_to_staff()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Olle, "gamla frågan");
        await app.AdvanceToAsync("2026-12-01 10:00");

        await app.SayAsync(Cast.Olle, "fadd-1");
        await app.SayAsync(Cast.Olle, "FADED-1");
        var read = app.LastTo(Cast.Olle).Words;
        await app.SayAsync(Cast.Olle, "en helt ny fråga");

        Assert.NotNull(card.Card);
        Assert.StartsWith("FADED-1 · Gamla frågan", read, StringComparison.Ordinal);
        Assert.StartsWith("Ert avtal gäller inte just nu, så jag kan inte öppna ärenden.", app.ChatOf(Cast.Olle)[^2].Words, StringComparison.Ordinal);
        var lead = Assert.Single(app.Channel, message => message.Words.StartsWith("FADED, vars avtal inte gäller just nu, har hört av sig", StringComparison.Ordinal));
        Assert.Contains("en helt ny fråga", lead.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_agreement_an_answer_to_what_a_technician_asked_still_reaches_them()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Olle, "gamla frågan");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("FADED-1"), "Vad heter tavlan?", waiting: true);
        await app.AdvanceToAsync("2026-12-01 10:00");

        await app.SayAsync(Cast.Olle, "Inköp");

        Assert.Equal("Olle Lund skriver på FADED-1:\nInköp\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Fact]
    public async Task In_a_tenant_of_two_companies_one_is_asked_once()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Karin, "tavlan är tom");
        var question = app.LastTo(Cast.Karin);
        await app.PressAsync(Cast.Karin, question, "Södra Bolaget");
        await app.TicketAsync(Cast.Karin);

        Assert.Equal("Vilket bolag gäller det?\nNorra Bolaget\nSödra Bolaget", question.Words);
        Assert.StartsWith("Klart! SODRA-1 ligger hos supporten.", app.LastTo(Cast.Karin).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_the_provider_who_is_not_listed_is_told_and_makes_no_lead()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Unlisted, "visa kön");

        Assert.Equal("Hej! Du finns inte med bland Syneritys supportpersonal än. Be en administratör lägga till dig.", app.LastTo(Cast.Unlisted).Words);
        Assert.Single(app.Channel);
    }

    [Fact]
    public async Task The_language_that_was_chosen_holds_for_everything_that_follows()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "språk");
        var asked = app.LastTo(Cast.Maria);

        await app.PressAsync(Cast.Maria, asked, "English");
        await app.SayAsync(Cast.Maria, "hej");
        await app.SayAsync(Cast.Maria, "öppettider");

        Assert.Equal(["Svenska", "English"], asked.Card!.Buttons);
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "I'll write to you in English from now on.");
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "Hi Maria! What can I help with?");
        Assert.Contains("Opening hours", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hej", "Hej Maria! Vad kan jag hjälpa till med?")]
    [InlineData("Tack så mycket!", "Varsågod!")]
    [InlineData("öppettider", "Vi har öppet nu, till 17:00.")]
    [InlineData("mina ärneden", "Menade du \"mina ärenden\"?")]
    [InlineData("hjälp", "Det här kan du skriva")]
    public async Task What_people_say_is_answered(string said, string answer)
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, said);

        Assert.StartsWith(answer, app.ChatOf(Cast.Maria)[0].Words, StringComparison.Ordinal);
        Assert.Single(app.Channel);
    }

    [Fact]
    public async Task Outside_the_private_chat_a_customer_is_told_to_come_in()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.MentionAsync(Cast.Maria, "NORD-1", channel: "19:nordhem@thread.tacv2");

        var call = app.Connector.Calls[^1];
        Assert.StartsWith("19:nordhem@thread.tacv2;messageid=", call.ConversationId, StringComparison.Ordinal);
        Assert.StartsWith("Jag svarar bara i privat chatt", call.Text, StringComparison.Ordinal);
    }
}
