using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>A crisis from the customer's side (scenes 3 and 4): first how to stop the damage, then the alarm for those who have it.</summary>
public sealed class AcuteTests
{
    private const string Cry = "HJÄLP!! alla kunder får samma mejl om och om igen";
    private const string StopIt = "Slå av automationen som skickar mejlen, det brukar stoppa loopen och inget raderas.";

    [Fact]
    public async Task A_gold_customer_is_told_how_to_stop_it_and_raises_the_alarm_with_one_field()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Johan);

        await app.SayAsync(Cast.Johan, Cry);
        var (said, offer) = (app.ChatOf(Cast.Johan)[^2], app.LastTo(Cast.Johan));
        Assert.Equal($"{StopIt} Ska jag larma supporten samtidigt?", said.Words);
        Assert.Equal(["Larma supporten nu", "Visa hur jag slår av den"], offer.Card!.Buttons);
        Assert.Contains("slå av alla som skickar mejl", (await app.PressAsync(Cast.Johan, offer, "Visa hur jag slår av den")).Words, StringComparison.Ordinal);

        var dialog = await app.PressAsync(Cast.Johan, offer, "Larma supporten nu");
        Assert.Equal(Cry, dialog.Card!["what"]);
        Assert.Equal(["Larma"], dialog.Card.Buttons);
        await app.SubmitAsync(Cast.Johan, dialog, "Larma", ("phone", "070-123 45 67"));

        Assert.Equal("Larmet är ute och FJM-1 ligger först i kön. Jag säger till så fort någon har tagit det.", app.ChatOf(Cast.Johan)[^2].Words);
        var card = app.LastTo(Cast.Johan);
        Assert.StartsWith("AKUT\nFJM-1 · HJÄLP!! alla kunder får samma mejl om och om igen\nVi söker en tekniker nu\nExtra snabb hjälp. Garanterat svar senast i dag 15:05\nTelefon 042-4003999", card.Words, StringComparison.Ordinal);
        Assert.Contains("Det är inte akut längre", card.Card!.Buttons);
        var desk = app.AcuteDeskCard("FJM-1");
        Assert.StartsWith("AKUT\nFJM-1 · Fjällmat · GULD\n", desk.Words, StringComparison.Ordinal);
        Assert.Contains("070-123 45 67", desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_hears_who_has_it_and_the_card_says_so()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.AlarmAsync(Cast.Johan, Cry);

        await app.PressAsync(Cast.Kalle, app.AcuteDeskCard("FJM-1"), "Ta");

        Assert.Equal("Kalle Holm har tagit FJM-1 och tittar på det nu.", app.LastTo(Cast.Johan).Summary);
        Assert.True(app.LastTo(Cast.Johan).Alerts);
        Assert.Contains("AKUT\nFJM-1 · HJÄLP!! alla kunder får samma mejl om och om igen\nKalle Holm jobbar med det", app.ChatOf(Cast.Johan)[^2].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Släpp", app.AcuteDeskCard("FJM-1").Card!.Buttons);
    }

    [Fact]
    public async Task At_night_the_alarm_waits_for_the_morning_and_the_first_aid_is_said_again()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 21:40");
        await app.InstallAsync(Cast.Johan);

        await app.SayAsync(Cast.Johan, Cry);
        Assert.Equal($"{StopIt} Supporten öppnar i morgon 08:00. Ska jag larma då?", app.ChatOf(Cast.Johan)[^2].Words);
        var dialog = await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Larma när ni öppnar");
        await app.SubmitAsync(Cast.Johan, dialog, "Larma");

        Assert.Equal($"{StopIt} Supporten öppnar i morgon 08:00. Då larmar jag, och du får svar senast 10:00.", app.ChatOf(Cast.Johan)[^2].Words);
        Assert.Contains("AKUT\nFJM-1 · HJÄLP!! alla kunder får samma mejl om och om igen\nVäntar på tekniker\nExtra snabb hjälp. Garanterat svar senast i morgon 10:00\nLarmet går i morgon 08:00.", app.LastTo(Cast.Johan).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv-SE", "Larma när ni öppnar", "Larma")]
    [InlineData("en-GB", "Alert when you open", "Alert")]
    public async Task A_written_yes_raises_the_form_and_the_form_works_in_the_chat(string locale, string offered, string send)
    {
        await using var app = await BotApp.StartAsync("2026-12-04 21:40");
        var johan = Cast.Johan with { Locale = locale };
        await app.InstallAsync(johan);

        await app.SayAsync(johan, locale == "sv-SE" ? Cry : "HELP!! every customer gets the same e-mail over and over");
        Assert.Equal(offered, app.LastTo(johan).Card!.Buttons[0]);
        await app.SayAsync(johan, locale == "sv-SE" ? "ja" : "yes");
        await app.PressAsync(johan, app.LastTo(johan), send);

        Assert.Contains(
            app.ChatOf(johan),
            message => message.Words.EndsWith(locale == "sv-SE"
                ? "Supporten öppnar måndag 7 december 08:00. Då larmar jag, och du får svar senast 10:00."
                : "Support opens at 08:00 on Monday 7 December. I'll alert them then, and you'll have an answer by 10:00.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_written_no_gives_the_ordinary_form_with_the_words_in_it()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Johan);

        await app.SayAsync(Cast.Johan, Cry);
        await app.SayAsync(Cast.Johan, "nej");

        Assert.Equal(Cry, app.LastTo(Cast.Johan).Card!["what"]);
        Assert.Equal("stopped", app.LastTo(Cast.Johan).Card!["impact"]);
    }

    [Fact]
    public async Task Silver_gets_the_same_first_aid_with_its_own_promise_and_the_phone_and_is_sold_nothing()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, Cry);
        var (said, offer) = (app.ChatOf(Cast.Maria)[^2], app.LastTo(Cast.Maria));

        Assert.Equal($"{StopIt} Skicka det till supporten, så får du svar senast i morgon 12:05.", said.Words);
        Assert.Contains("Snabbast når du oss på 042-4003999, före 17:00.", offer.Words, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)guld|uppgrad|larm", said.Words + offer.Words);
        var form = await app.PressAsync(Cast.Maria, offer, "Skicka till supporten");
        Assert.Equal((Cry, "stopped"), (form.Card!["what"], form.Card["impact"]));
    }

    [Fact]
    public async Task Free_is_promised_nothing_and_reaches_us_by_phone()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Sara);

        await app.SayAsync(Cast.Sara, Cry);

        Assert.Equal($"{StopIt} En tekniker svarar så snart vi kan under öppettid.", app.ChatOf(Cast.Sara)[^2].Words);
        Assert.DoesNotContain("senast", app.LastTo(Cast.Sara).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_gold_adds_is_told_to_whoever_asks_for_the_acute_lane()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Maria);
        await app.InstallAsync(Cast.Johan);

        await app.SayAsync(Cast.Maria, "larma");
        await app.SayAsync(Cast.Johan, "larma supporten");

        Assert.StartsWith("Extra snabb hjälp vid akuta fel ingår i guldavtalet. Ni har silver.", app.ChatOf(Cast.Maria)[^2].Words, StringComparison.Ordinal);
        Assert.Equal("Larma supporten nu", app.LastTo(Cast.Johan).Card!.Buttons[0]);
    }

    [Fact]
    public async Task The_worst_level_in_the_form_is_followed_by_first_aid_and_the_alarm_on_that_ticket()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.InstallAsync(Cast.Johan);
        await app.SayAsync(Cast.Johan, "nytt ärende");
        await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Skicka till supporten", ("what", "alla kunder får samma mejl om och om igen"), ("impact", "stopped"));

        var offer = app.LastTo(Cast.Johan);
        Assert.StartsWith($"{StopIt} Ska jag larma supporten samtidigt?\nFJM-1 · Alla kunder får samma mejl om och om igen", offer.Words, StringComparison.Ordinal);
        var dialog = await app.PressAsync(Cast.Johan, offer, "Larma supporten nu");
        Assert.Equal("alla kunder får samma mejl om och om igen", dialog.Card!["what"]);
        await app.SubmitAsync(Cast.Johan, dialog, "Larma");

        Assert.StartsWith("AKUT\nFJM-1 · ", app.AcuteDeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Channel, message => message.Words.Contains("FJM-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_silver_customer_who_says_that_it_is_acute_marks_the_open_ticket_so_that_its_technician_sees_it()
    {
        await using var app = await BotApp.StartAsync("2026-11-27 10:09");
        await app.TicketAsync(Cast.Maria, "vår automation på Inköp mejlar leverantörerna två gånger");
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        await app.AdvanceToAsync("2026-11-27 16:30");
        await app.SayAsync(Cast.Maria, "hur går det med mejlen?");

        await app.SayAsync(Cast.Maria, "det här är akut!!");

        Assert.StartsWith("Jag har markerat att verksamheten står still, så att Anna ser det. Slå av automationen", app.ChatOf(Cast.Maria)[^2].Words, StringComparison.Ordinal);
        Assert.Equal(["Visa hur jag slår av den"], app.LastTo(Cast.Maria).Card!.Buttons);
        Assert.Equal("Maria Ek säger att verksamheten står still på NORD-1: \"det här är akut!!\"", app.LastTo(Cast.Anna).Summary);
        Assert.Contains("\nVerksamheten står still\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("AKUT", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_calm_again_when_the_customer_says_so_and_the_ticket_stays()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.AlarmAsync(Cast.Johan, Cry);
        await app.PressAsync(Cast.Kalle, app.AcuteDeskCard("FJM-1"), "Ta");

        await app.SayAsync(Cast.Johan, "det är inte akut längre");

        Assert.Contains(app.ChatOf(Cast.Johan), message => message.Words == "Vad bra! FJM-1 är inte akut längre, men ligger kvar hos supporten.");
        Assert.Equal("Johan Falk säger att FJM-1 inte är akut längre.", app.LastTo(Cast.Kalle).Summary);
        Assert.Contains("Kalle Holm har det", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technician_raises_it_with_a_reason_and_takes_it_back_with_one()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan, "rapporten saknar rader");

        var dialog = await app.PressAsync(Cast.Kalle, app.DeskCard("FJM-1"), "Larma jouren");
        Assert.Contains("⚠ Skriv något först.", (await app.SubmitAsync(Cast.Kalle, dialog, "Larma jouren", ("words", ""))).Words, StringComparison.Ordinal);
        await app.SubmitAsync(Cast.Kalle, dialog, "Larma jouren", ("words", "styrelsen möts om en timme"));
        Assert.StartsWith("AKUT\n", app.AcuteDeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("Vi söker en tekniker nu", app.AcuteCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);

        dialog = await app.PressAsync(Cast.Anna, app.AcuteDeskCard("FJM-1"), "Det är inte akut längre");
        await app.SubmitAsync(Cast.Anna, dialog, "Det är inte akut längre", ("words", "rapporten är skickad"));

        Assert.StartsWith("FJM-1 · Fjällmat", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_entitlement_nobody_makes_a_ticket_acute()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Maria);

        Assert.DoesNotContain("Larma jouren", app.DeskCard("NORD-1").Card!.Buttons);
        foreach (var (who, verb) in new[] { (Cast.Kalle, "tickets.make-acute"), (Cast.Maria, "tickets.alarm") })
        {
            var answer = await app.SettledAsync(app.Pressing(who, "NORD-1", verb, ("words", "skäl"), ("what", "skäl"), ("phone", "")));
            Assert.Contains("ingår inte i", answer.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("AKUT", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_target_is_promised_from_the_alarm_on_and_never_later_than_before()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05", settings: new() { ["Sla:AcuteTargetMinutes"] = "30" });
        await app.TicketAsync(Cast.Johan, "rapporten saknar rader");
        await app.AdvanceToAsync("2026-12-01 14:00");

        await app.AlarmOnAsync(Cast.Johan, "FJM-1");
        Assert.Contains("Extra snabb hjälp. Garanterat svar senast i dag 14:30", app.AcuteCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-12-01 14:30:02");
        Assert.Contains(app.Channel, message => message.Summary == "FJM-1 (GULD) skulle ha fått svar i dag 14:30. Ingen har tagit det.");

        await app.TicketAsync(Cast.Johan, "en annan rapport saknar rader");
        await app.AdvanceToAsync("2026-12-01 16:25");
        await app.AlarmOnAsync(Cast.Johan, "FJM-2");
        Assert.Contains("Garanterat svar senast i dag 16:30", app.AcuteCard(Cast.Johan, "FJM-2").Words, StringComparison.Ordinal);
    }
}
