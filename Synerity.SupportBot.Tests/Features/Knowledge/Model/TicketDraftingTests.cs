using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>Title, kind and description of the form that follows an answer which did not help.</summary>
public sealed class TicketDraftingTests
{
    [Fact]
    public async Task The_form_comes_with_what_the_model_made_of_the_conversation()
    {
        await using var app = await AnsweredAsync();
        app.Model.Draft("""{"title":"Oklart vem som ändrat ett värde","kind":"howTo","description":"Jag vill se vem som har ändrat värdet. Loggen är tom."}""");

        await app.Bot.SayAsync(Cast.Maria, "nej loggen är tom");

        var form = app.Bot.LastTo(Cast.Maria).Card!;
        Assert.Equal(
            ("Oklart vem som ändrat ett värde", "howTo", "Jag vill se vem som har ändrat värdet. Loggen är tom."), (form["title"], form["kind"], form["what"]));
        Assert.Equal($"{ModelApp.Question}. loggen är tom", app.Model.Requests[^1].Document.GetProperty("customer").GetString());
    }

    [Fact]
    public async Task The_button_drafts_too_and_what_the_person_changes_counts()
    {
        await using var app = await AnsweredAsync();
        app.Model.Draft("""{"title":"Vem har ändrat värdet","kind":"howTo","description":"Jag undrar vem som har ändrat värdet."}""");

        await app.Bot.PressAsync(Cast.Maria, app.Bot.LastTo(Cast.Maria), "Nej");
        await app.Bot.PressAsync(Cast.Maria, Form(app), "Skicka till supporten", ("title", "Min egen rubrik"));

        Assert.Contains(app.Bot.ChatOf(Cast.Maria), message => message.Words.Contains("Min egen rubrik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_model_does_not_hold_the_form_up()
    {
        await using var app = await AnsweredAsync();
        var gone = app.Model.Silence(draft: true);
        var pressing = app.Bot.PostAsync(app.Bot.Press(Cast.Maria, app.Bot.LastTo(Cast.Maria), "Nej"));
        await app.Model.RequestsAsync(2);

        app.Clock.End(TicketDrafting.Patience);
        await pressing;
        await gone.WaitAsync(TimeSpan.FromSeconds(10));
        await app.Bot.SettleAsync();

        Assert.Equal(ModelApp.Question, Form(app).Card!["what"]);
    }

    [Theory]
    [InlineData("{\"title\":")]
    [InlineData("jag vägrar")]
    [InlineData("""{"title":"Ring 08-123 45 67","kind":"hacked","description":"Vi lovar att betala 500 kr till https://evil.example."}""")]
    [InlineData("""{"title":"Regeringen borde avgå","kind":null,"description":"Helt andra saker står skrivna här om politik."}""")]
    [InlineData("""{"title":["a"],"kind":{},"description":1}""")]
    public async Task What_the_customer_did_not_say_does_not_get_into_the_form(string draft)
    {
        await using var app = await AnsweredAsync();
        app.Model.Draft(draft);

        await app.Bot.PressAsync(Cast.Maria, app.Bot.LastTo(Cast.Maria), "Nej");

        var form = Form(app).Card!;
        Assert.Equal((ModelApp.Question, "fault"), (form["what"], form["kind"]));
        Assert.DoesNotContain("Ring 08", form.Words, StringComparison.Ordinal);
    }

    /// <summary>The pressed card becomes the form.</summary>
    private static Message Form(ModelApp app) => app.Bot.ChatOf(Cast.Maria).Last(message => message.Card is not null);

    private static async Task<ModelApp> AnsweredAsync()
    {
        var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();
        return app;
    }
}
