using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Synerity.SupportBot.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>The page in a real browser, against a bot of the test's own.</summary>
[Collection(nameof(Chromium))]
public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task Messages_of_the_bot_arrive_by_themselves_and_only_safe_links_work()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await Expect(page.GetByTestId("empty")).ToBeVisibleAsync();
        await tryOut.OpenAsync("maria");

        await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "**Klart** [läs](https://support.example.com) [nej](javascript:alert(1)) <b>x</b> \\*" });

        var text = page.GetByTestId("message-text");
        await Expect(text).ToHaveTextAsync("Klart läs [nej](javascript:alert(1)) <b>x</b> *");
        await Expect(text.Locator("a")).ToHaveCountAsync(1);
        await Expect(text.Locator("a")).ToHaveAttributeAsync("href", "https://support.example.com");
    }

    [Fact]
    public async Task Plain_text_is_shown_as_it_was_written()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await tryOut.OpenAsync("maria");

        await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", textFormat = "plain", text = "Anna: **tavlan** <i>Order</i>" });

        await Expect(page.GetByTestId("message-text")).ToHaveTextAsync("Anna: **tavlan** <i>Order</i>");
    }

    [Fact]
    public async Task A_form_checks_its_inputs_and_merges_them_into_the_action()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await tryOut.OpenAsync("maria");
        tryOut.Bot = _ => Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = "Sparat" });
        await SendCardAsync(tryOut, """{"type":"Action.Execute","title":"Skicka","verb":"tickets.send","data":{"ticket":"NORD-17"}}""");

        await page.GetByTestId("action-tickets.send").ClickAsync();
        await Expect(page.GetByText("Skriv vad som händer.")).ToBeVisibleAsync();
        var invokesBefore = tryOut.Received.Count(IsInvoke);
        await page.GetByTestId("input-what").FillAsync("dubbla mejl");
        await page.GetByTestId("action-tickets.send").ClickAsync();

        await Expect(page.GetByTestId("toast")).ToHaveTextAsync("Sparat");
        Assert.Equal(0, invokesBefore);
        var action = Assert.Single(tryOut.Received, IsInvoke).GetProperty("value").GetProperty("action");
        Assert.Equal("""{"ticket":"NORD-17","what":"dubbla mejl"}""", action.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_dialog_opens_keeps_the_focus_and_closes_on_an_empty_answer()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await tryOut.OpenAsync("maria");
        tryOut.Bot = activity => activity.TryGetProperty("name", out var name) && name.GetString() == "task/fetch" ? Results.Json(Dialog()) : null;
        await SendCardAsync(tryOut, """{"type":"Action.Submit","title":"Svara","associatedInputs":"none","data":{"verb":"tickets.answer","msteams":{"type":"task/fetch"}}}""");

        await page.GetByTestId("action-tickets.answer").ClickAsync();
        await Expect(page.GetByTestId("dialog-title")).ToHaveTextAsync("Svara Maria");
        await Expect(page.GetByTestId("input-answer")).ToBeFocusedAsync();
        await page.GetByTestId("input-answer").FillAsync("Jag ringer");
        await page.GetByTestId("action-answer.send").ClickAsync();

        await Expect(page.GetByTestId("dialog")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("action-tickets.answer")).ToBeFocusedAsync();
        var submitted = tryOut.Received.Last().GetProperty("value").GetProperty("data");
        Assert.Equal(("answer.send", "Jag ringer"), (submitted.GetProperty("verb").GetString(), submitted.GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task A_failed_message_says_so_and_a_taken_one_does_not()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        tryOut.Bot = activity => activity.TryGetProperty("text", out var text) && text.GetString() == "trasigt" ? Results.StatusCode(500) : null;

        foreach (var text in (string[])["trasigt", "helt"])
        {
            await page.GetByTestId("compose-text").FillAsync(text);
            await page.GetByTestId("compose-text").PressAsync("Enter");
            await Expect(page.GetByTestId("message").Filter(new() { HasText = text })).ToHaveAttributeAsync("data-state", text == "helt" ? "sent" : "failed");
        }

        await Expect(page.GetByText("Boten kunde inte nås. Försök igen.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_technicians_see_the_same_thread_and_the_other_one_gets_a_count()
    {
        await using var tryOut = await TryOut.StartAsync();
        var anna = await tryOut.PageAsync(chromium, "/?as=anna");
        var kalle = await tryOut.PageAsync(chromium, "/?as=kalle");

        await anna.GetByTestId("place-tickets").ClickAsync();
        await anna.GetByTestId("post-text").FillAsync("kö");
        await anna.GetByTestId("post-send").ClickAsync();

        await Expect(kalle.GetByTestId("unread-tickets")).ToHaveTextAsync("1");
        await kalle.GetByTestId("place-tickets").ClickAsync();
        await Expect(kalle.GetByTestId("unread-tickets")).ToBeHiddenAsync();
        await kalle.GetByTestId("thread-reply").ClickAsync();
        await kalle.GetByTestId("reply-text").FillAsync("jag tar den");
        await kalle.GetByTestId("reply-text").PressAsync("Enter");
        await Expect(anna.GetByTestId("thread").GetByTestId("message")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_button_that_speaks_for_the_person_posts_their_message()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await tryOut.OpenAsync("maria");
        await SendCardAsync(tryOut, """{"type":"Action.Submit","title":"Vad ingår?","associatedInputs":"none","data":{"msteams":{"type":"imBack","value":"avtal"}}}""");

        await page.GetByTestId("action-says-avtal").ClickAsync();

        await Expect(page.GetByTestId("message").Filter(new() { HasText = "avtal" }).And(page.Locator("[data-author=maria]"))).ToBeVisibleAsync();
        Assert.Equal("avtal", tryOut.Received.Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_row_with_an_action_is_pressed_like_a_button()
    {
        await using var tryOut = await TryOut.StartAsync();
        var page = await tryOut.PageAsync(chromium, "/?as=maria");
        await tryOut.OpenAsync("maria");
        await tryOut.SendAsync(tryOut.ChatOf("maria"), WithCard("""
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"TextBlock","text":"NORD-1 · Dubbla mejl"}],
            "selectAction":{"type":"Action.Submit","title":"NORD-1","data":{"msteams":{"type":"imBack","value":"NORD-1"}}}}]}
            """));

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "NORD-1" }).PressAsync("Enter");

        await Expect(page.Locator("[data-author=maria]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("NORD-1"));
        Assert.Equal("NORD-1", tryOut.Received.Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_updated_card_replaces_the_shown_one_in_every_window()
    {
        await using var tryOut = await TryOut.StartAsync();
        var anna = await tryOut.PageAsync(chromium, "/?as=anna");
        var kalle = await tryOut.PageAsync(chromium, "/?as=kalle");
        foreach (var page in (Microsoft.Playwright.IPage[])[anna, kalle]) await page.GetByTestId("place-tickets").ClickAsync();
        await tryOut.OpenAsync("anna");
        var sent = await tryOut.SendAsync(SampleWorld.Tickets.Id, WithCard(TextCard("Ingen har tagit det")));
        foreach (var page in (Microsoft.Playwright.IPage[])[anna, kalle]) await Expect(page.GetByTestId("card")).ToHaveTextAsync("Ingen har tagit det");

        await tryOut.ConnectorAsync(
            HttpMethod.Put, $"conversations/{Uri.EscapeDataString(SampleWorld.Tickets.Id)}/activities/{sent.Body.GetProperty("id").GetString()}", WithCard(TextCard("Anna har det")));

        foreach (var page in (Microsoft.Playwright.IPage[])[anna, kalle]) await Expect(page.GetByTestId("card")).ToHaveTextAsync("Anna har det");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?as=james")]
    public async Task Nothing_is_wider_than_a_narrow_window(string path)
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("james");
        await SendCardAsync(tryOut, """{"type":"Action.Execute","title":"A button with a rather long title that has to wrap","verb":"x"}""", "james");
        var page = await tryOut.PageAsync(chromium, path, width: 320);
        await Expect(path == "/" ? page.GetByTestId("person-james") : page.GetByTestId("card")).ToBeVisibleAsync();

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.Equal(320, width);
    }

    private static bool IsInvoke(JsonElement activity) => activity.GetProperty("type").GetString() == "invoke";

    private static Task<(int Status, JsonElement Body)> SendCardAsync(TryOut tryOut, string action, string person = "maria")
    {
        var card = JsonElement.Parse($$"""
            {"type":"AdaptiveCard","version":"1.5","lang":"sv","body":[{"type":"Input.Text","id":"what","label":"Vad händer?","isRequired":true,
            "errorMessage":"Skriv vad som händer."}],"actions":[{{action}}]}
            """);
        return tryOut.SendAsync(tryOut.ChatOf(person), WithCard(card.GetRawText()));
    }

    private static string TextCard(string text) => $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{text}}"}]}""";

    private static object WithCard(string card) => new
    {
        type = "message", summary = "Nytt ärende",
        attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = JsonElement.Parse(card) } },
    };

    private static JsonElement Dialog() => JsonElement.Parse("""
        {"task":{"type":"continue","value":{"title":"Svara Maria","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"answer","label":"Svar"}],
        "actions":[{"type":"Action.Submit","title":"Skicka","data":{"verb":"answer.send"}}]}}}}}
        """);
}
