using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

/// <summary>From questions that found no answer to an article that answers them.</summary>
public sealed class WritingTests
{
    private static readonly (string, string)[] Filled =
    [
        ("title-sv", "Byta färg på kaffemaskinen"), ("summary-sv", "Tryck på färgknappen på kaffemaskinen."), ("steps-sv", "1. Ställ dig framför kaffemaskinen.\n2. Tryck på färgknappen."),
        ("title-en", "Change the colour of the coffee machine"), ("summary-en", "Press the colour button on the coffee machine."), ("steps-en", "Stand in front of it.\nPress the button."),
        ("keywords", "espresso, kaffe"),
    ];

    [Fact]
    public async Task Gaps_are_what_found_no_answer_did_not_help_or_became_a_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "kaffemaskinen byter inte färg, ring 070-123 45 67");
        await app.SayAsync(Cast.Johan, "varför byter kaffemaskinen inte färg");
        await app.SayAsync(Cast.Lena, "vår automation mejlar leverantörerna två gånger");
        var answer = app.LastTo(Cast.Lena);
        await app.PressAsync(Cast.Lena, answer, "Nej");
        await app.PressAsync(Cast.Lena, app.ChatOf(Cast.Lena).Single(message => message.Id == answer.Id), "Skicka till supporten");

        await app.SayAsync(Cast.Anna, "kunskapsluckor");

        var gaps = app.LastTo(Cast.Anna).Words;
        Assert.Contains("\"varför byter kaffemaskinen inte färg\"\n2 gånger hos 2 kunder\n", gaps, StringComparison.Ordinal);
        Assert.Contains("1 gång hos 1 kund · 1 blev ärenden\nLäste: Samma mejl skickas om och om igen", gaps, StringComparison.Ordinal);
        Assert.DoesNotContain("070", gaps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_do_not_see_them()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "kunskapsluckor");

        Assert.DoesNotContain(app.ChatOf(Cast.Maria), message => message.Words.Contains("Kunskapsluckor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_waits_for_an_administrator_and_is_found_as_soon_as_it_is_published()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "kunskapsluckor");
        var form = await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Skriv artikel");
        await app.SubmitAsync(Cast.Anna, form, "Spara utkast", Filled);
        var news = app.Channel[^1];
        await app.SayAsync(Cast.Maria, "hur byter jag färg på kaffemaskinen");
        var before = app.ChatOf(Cast.Maria)[0].Words;

        var asTechnician = await app.PressAsync(Cast.Anna, news, "Granska");
        var review = await app.PressAsync(Cast.Administrator, news, "Granska");
        await app.SubmitAsync(Cast.Administrator, review, "Publicera");
        await app.SayAsync(Cast.Maria, "hur byter jag färg på kaffemaskinen");

        Assert.Contains("har skrivit ett utkast till en artikel: Byta färg på kaffemaskinen", news.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Publicera", asTechnician.Card!.Buttons);
        Assert.StartsWith("Det har jag inget färdigt svar på.", before, StringComparison.Ordinal);
        Assert.StartsWith("Byta färg på kaffemaskinen\n1. Ställ dig framför kaffemaskinen.\n2. Tryck på färgknappen.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_field_and_nothing_is_lost()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "kunskapsluckor");
        var form = await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Skriv artikel");

        var again = await app.SubmitAsync(Cast.Anna, form, "Spara utkast", ("title-sv", "Byta färg"));

        Assert.Equal("Byta färg", again.Card!["title-sv"]);
        Assert.Equal("⚠ Fyll i det här.", again.Card.ErrorBeside("steps-en"));
    }

    [Fact]
    public async Task A_solved_ticket_becomes_a_draft_with_its_solution_filled_in()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Anna, "artikel NORD-1");
        var early = app.LastTo(Cast.Anna).Words;
        await app.ResolveAsync(Cast.Anna, "NORD-1");

        await app.SayAsync(Cast.Anna, "artikel NORD-1");
        var form = await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Skriv artikel");

        Assert.StartsWith("Ärendet är inte löst än.", early, StringComparison.Ordinal);
        Assert.NotEmpty(form.Card!["steps-sv"]!);
        Assert.NotEmpty(form.Card["title-sv"]!);
    }

    [Fact]
    public async Task Only_an_administrator_publishes_whatever_a_button_says()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "kunskapsluckor");
        await app.SubmitAsync(Cast.Anna, await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Skriv artikel"), "Spara utkast", Filled);
        var review = await app.PressAsync(Cast.Administrator, app.Channel[^1], "Granska");

        var refused = await app.SubmitAsync(Cast.Anna, review, "Publicera");

        Assert.Contains("Det är bara en administratör som kan publicera.", refused.Raw, StringComparison.Ordinal);
        Assert.Empty(await app.Rows.RangeAsync("knowledge", "article|", "article|~", 10, CancellationToken.None));
    }
}
