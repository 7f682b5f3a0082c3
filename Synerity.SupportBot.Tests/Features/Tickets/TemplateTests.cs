using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>The texts that technicians answer with: kept in Teams, filled in where they answer.</summary>
public sealed class TemplateTests
{
    private const string Swedish = "Hej {namn}! {ärende} är hos mig, du får svar senast {svar senast}. {okänt} /{tekniker}";
    private const string English = "Hi {name}! I have {ticket}; you'll hear by {due}. /{technician}";

    [Fact]
    public async Task A_template_that_was_written_is_filled_in_before_what_was_typed()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Cast.Anna, "Kvittens");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        var filled = await app.SubmitAsync(Cast.Anna, dialog, "Fyll i", ("template", dialog.Card!.Choice("Kvittens")), ("words", "Ring gärna."), ("waiting", "true"));

        Assert.Equal("Hej Maria! NORD-1 är hos mig, du får svar senast måndag 30 november 09:09. {okänt} /Anna Berg\n\nRing gärna.", filled.Card!["words"]);
        Assert.Equal("true", filled.Card["waiting"]);
        await app.SubmitAsync(Cast.Anna, filled, "Skicka till Maria Ek", ("words", filled.Card["words"]!));
        Assert.Contains("Hej Maria! NORD-1 är hos mig", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_filled_in_in_the_language_of_the_customer()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Cast.Administrator, "Kvittens");
        await app.TicketAsync(Cast.Edward, "the board is empty");
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        var filled = await app.SubmitAsync(Cast.Anna, dialog, "Fyll i", ("template", dialog.Card!.Choice("Kvittens")));

        Assert.StartsWith("Hi Edward! I have NORD-1; you'll hear by ", filled.Card!["words"], StringComparison.Ordinal);
        Assert.DoesNotContain("{", filled.Card["words"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_what_was_typed_is_kept_and_too_much_is_not_cut()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Cast.Anna, "Kvittens");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");
        var typed = new string('å', 3990);

        var none = await app.SubmitAsync(Cast.Anna, dialog, "Fyll i", ("words", "Ring gärna."));
        var full = await app.SubmitAsync(Cast.Anna, dialog, "Fyll i", ("template", dialog.Card!.Choice("Kvittens")), ("words", typed));

        Assert.Equal(("Ring gärna.", "⚠ Välj en mall först."), (none.Card!["words"], none.Card.ErrorBeside("words")));
        Assert.Equal((typed, "⚠ Det blev för långt. Korta ner det, resten kan du skriva efteråt."), (full.Card!["words"], full.Card.ErrorBeside("words")));
    }

    [Fact]
    public async Task Where_there_are_no_templates_the_dialog_does_not_mention_them()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        Assert.DoesNotContain("mall", dialog.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Fyll i", dialog.Card!.Buttons);
    }

    [Fact]
    public async Task Of_two_who_change_one_at_once_the_slower_is_asked_again_with_their_own_words()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Cast.Anna, "Kvittens");
        var (anna, kalle) = (await ChangeAsync(app, Cast.Anna, "Kvittens"), await ChangeAsync(app, Cast.Kalle, "Kvittens"));
        await app.SubmitAsync(Cast.Anna, anna, "Spara", ("sv", "Annas"));

        var asked = await app.SubmitAsync(Cast.Kalle, kalle, "Spara", ("sv", "Kalles"));
        var before = (await ChangeAsync(app, Cast.Anna, "Kvittens")).Card!["sv"];
        await app.SubmitAsync(Cast.Kalle, asked, "Spara", ("sv", "Kalles"));

        Assert.Contains("Någon annan ändrade mallen medan du skrev. Sparar du nu gäller din text.", asked.Words, StringComparison.Ordinal);
        Assert.Equal("Kalles", asked.Card!["sv"]);
        Assert.Equal("Annas", before);
        Assert.Equal("Kalles", (await ChangeAsync(app, Cast.Anna, "Kvittens")).Card!["sv"]);
    }

    [Fact]
    public async Task It_can_be_removed_and_somebody_who_was_changing_it_is_told()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Cast.Anna, "Kvittens");
        var (anna, kalle) = (await ChangeAsync(app, Cast.Anna, "Kvittens"), await ChangeAsync(app, Cast.Kalle, "Kvittens"));

        await app.SubmitAsync(Cast.Anna, anna, "Ta bort mallen");
        var told = app.LastTo(Cast.Anna).Words;
        var asked = await app.SubmitAsync(Cast.Kalle, kalle, "Spara", ("sv", "Kalles"));
        await app.SayAsync(Cast.Anna, "mallar");

        Assert.Equal("Mallen Kvittens är borttagen.", told);
        Assert.Contains("Någon annan tog bort mallen medan du skrev.", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Det finns inga mallar än.", app.LastTo(Cast.Anna).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text", "text", "Skriv ett namn och texten på båda språken.")]
    [InlineData("namn", "text", " ", "Skriv ett namn och texten på båda språken.")]
    [InlineData("ett namn som är längre än trettio tecken", "text", "text", "Det blev för långt. Namnet får ha 30 tecken och texterna 1 500.")]
    public async Task What_is_missing_or_too_long_is_asked_for(string name, string swedish, string english, string error)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "mallar");
        var dialog = await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Ny mall");

        var asked = await app.SubmitAsync(Cast.Anna, dialog, "Spara", ("name", name), ("sv", swedish), ("en", english));

        Assert.Contains("⚠ " + error, asked.Words, StringComparison.Ordinal);
        Assert.Equal(swedish.Trim(), asked.Card!["sv"]);
    }

    [Fact]
    public async Task There_are_at_most_twenty_and_customers_have_none()
    {
        await using var app = await BotApp.StartAsync();
        for (var number = 1; number <= 20; number++) await AddAsync(app, Cast.Anna, $"Mall {number}");

        var refused = await AddAsync(app, Cast.Anna, "Mall 21");
        await app.SayAsync(Cast.Maria, "mallar");

        Assert.Contains("⚠ Det finns redan 20 mallar. Ta bort någon först.", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.ChatOf(Cast.Maria), message => message.Words.Contains("Mall 1", StringComparison.Ordinal));
    }

    private static async Task<Answered> AddAsync(BotApp app, Actor by, string name)
    {
        await app.SayAsync(by, "mallar");
        var dialog = await app.PressAsync(by, app.LastTo(by), "Ny mall");
        return await app.SubmitAsync(by, dialog, "Spara", ("name", name), ("sv", Swedish), ("en", English));
    }

    private static async Task<Answered> ChangeAsync(BotApp app, Actor by, string name)
    {
        await app.SayAsync(by, "mallar");
        var list = app.LastTo(by);
        return await app.PressAsync(by, list, "Ändra", ("template", list.Card!.Choice(name)));
    }
}
