using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>An alarm that the first on the list does not hear goes to the second, seen from all sides.</summary>
[Collection(nameof(Chromium))]
public sealed class AcuteTests(Chromium chromium)
{
    [Theory]
    [InlineData(
        "johan", "HJÄLP!! alla kunder får samma mejl om och om igen", "Ska jag larma supporten samtidigt?", "Vi söker en tekniker nu", "AKUT",
        "Ingen har tagit larmet än, så jag har larmat nästa tekniker.", "Anna Berg har tagit FJM-1 och tittar på det nu.")]
    [InlineData(
        "james", "HELP!! every customer gets the same e-mail over and over", "Shall I alert support at the same time?", "Finding a technician now", "ACUTE",
        "Nobody has taken the alert yet, so I've alerted the next technician.", "Anna Berg has taken FJM-1 and is looking at it now.")]
    public async Task An_alarm_goes_on_to_the_second_who_takes_it(string person, string cry, string asks, string finding, string badge, string next, string taken)
    {
        await using var bot = LiveBot.Start("2026-12-01 13:05");
        var eva = await Window.AtTheDeskAsync(chromium, bot, "eva");
        var kalle = await Window.OpenAsync(chromium, bot, "kalle");
        var anna = await Window.OpenAsync(chromium, bot, "anna");
        foreach (var window in (Window[])[kalle, anna]) await window.FromBot.First.WaitForAsync();
        await eva.GoAsync("chat");
        await eva.SayAsync("jour");
        await eva.Page.GetByTestId("action-desk.on-call-form").First.ClickAsync();
        await eva.Dialog.GetByTestId("input-p1").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Kalle Holm" });
        await eva.Dialog.GetByTestId("input-p2").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Anna Berg" });
        await eva.Dialog.GetByTestId("action-desk.save-on-call").ClickAsync();
        await eva.ReadsAsync("1. Kalle Holm  2. Anna Berg");

        var customer = await Window.OpenAsync(chromium, bot, person);
        await customer.FromBot.First.WaitForAsync();
        await customer.SayAsync(cry);
        await customer.ReadsAsync(asks);
        await customer.Page.GetByTestId("action-tickets.alarm-form").ClickAsync();
        await Expect(customer.Dialog.GetByTestId("input-what")).ToHaveValueAsync(cry);
        await customer.Dialog.GetByTestId("input-phone").FillAsync("070-123 45 67");
        await customer.Dialog.GetByTestId("action-tickets.alarm").ClickAsync();
        await Expect(customer.Card(badge)).ToContainTextAsync(finding);
        await customer.SaveAsync($"acute-{person}");
        await kalle.ReadsAsync("Larm! FJM-1 från Fjällmat är akut. Kan du ta det?");
        await Expect(anna.FromBot.Filter(new() { HasText = "Larm!" })).ToHaveCountAsync(0);

        await customer.TravelToAsync(person == "james" ? "2026-12-01T12:18" : "2026-12-01T13:18");
        await customer.ReadsAsync(next);
        await Expect(anna.Card("Larm! FJM-1")).ToContainTextAsync("070-123 45 67");
        await anna.Page.GetByTestId("action-tickets.take").ClickAsync();
        await customer.ReadsAsync(taken);
        await Expect(customer.Card(badge)).ToContainTextAsync("Anna Berg");
        await kalle.Page.GetByTestId("action-tickets.take").ClickAsync();
        await kalle.ReadsAsync("Anna Berg hann före och tog FJM-1");
        await eva.GoAsync("tickets");
        await Expect(eva.Card("FJM-1 · Fjällmat · GULD")).ToContainTextAsync("AKUT");
        await bot.SettleAsync();
        await Expect(anna.Card("Anna Berg har det")).ToContainTextAsync("AKUT");
    }
}
