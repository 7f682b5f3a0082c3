using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>Self-help as somebody uses it, in real windows against the real bot.</summary>
[Collection(nameof(Chromium))]
public sealed class SelfHelpTests(Chromium chromium)
{
    private const string Friday = "2026-11-27 10:09";

    [Fact]
    public async Task A_question_gets_steps_a_no_becomes_the_form_and_the_form_a_ticket()
    {
        await using var bot = LiveBot.Start(Friday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var maria = await Window.OpenAsync(chromium, bot, "maria");

        await maria.SayAsync("våra rader har försvunnit från tavlan Inköp, kollegan ser dem");
        await Expect(maria.Card("Hjälpte det?")).ToContainTextAsync("1. ");
        await maria.SaveAsync("self-help-steps");
        await maria.Page.GetByTestId("action-knowledge.read").Last.ClickAsync();
        await Expect(maria.Dialog).ToContainTextAsync("Så ser du att det fungerar");
        await maria.SaveAsync("article");
        await maria.Page.Keyboard.PressAsync("Escape");
        await maria.SayAsync("nej, filtret är tomt");

        await Expect(maria.Page.GetByTestId("input-what")).ToHaveValueAsync("våra rader har försvunnit från tavlan Inköp, kollegan ser dem. filtret är tomt");
        await maria.Page.GetByTestId("action-tickets.open").ClickAsync();
        await maria.ReadsAsync("Klart! NORD-1 ligger hos supporten.");
        await Expect(anna.Card("NORD-1")).ToContainTextAsync("view-filter-missing-items");
    }

    [Fact]
    public async Task A_yes_ends_it_on_the_answer_itself_and_nothing_reaches_the_technicians()
    {
        await using var bot = LiveBot.Start(Friday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var james = await Window.OpenAsync(chromium, bot, "james");

        await james.SayAsync("How do I invite a guest to one board?");
        await Expect(james.Card("Did that help?")).ToContainTextAsync("1. ");
        await james.Page.GetByTestId("action-knowledge.rate").First.ClickAsync();

        await james.ReadsAsync("Good! Just say if there's anything else.");
        await Expect(james.Card("You said that it helped.")).ToBeVisibleAsync();
        await Expect(james.Page.GetByTestId("action-knowledge.rate")).ToHaveCountAsync(0);
        await bot.SettleAsync();
        await Expect(anna.Page.GetByTestId("card")).ToHaveCountAsync(0);
    }
}
