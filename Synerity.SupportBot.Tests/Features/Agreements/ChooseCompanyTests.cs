using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

/// <summary>A tenant that holds several customers (design §4).</summary>
public sealed class ChooseCompanyTests
{
    [Theory]
    [InlineData("Södra Bolaget")]
    [InlineData("södra bolaget!")]
    [InlineData("SODRA")]
    public async Task A_written_name_is_an_answer_and_the_question_is_not_forgotten(string written)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Karin, "kaffemaskinen är trasig");

        await app.SayAsync(Cast.Karin, written);

        Assert.StartsWith("Bra, då gäller det Södra Bolaget. ", app.ChatOf(Cast.Karin)[^2].Words, StringComparison.Ordinal);
        Assert.Equal("kaffemaskinen är trasig", Form(app)["what"]);
    }

    [Fact]
    public async Task Pressing_answers_the_question_in_the_same_breath()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Karin, "kaffemaskinen är trasig");

        var answer = await app.PressAsync(Cast.Karin, app.LastTo(Cast.Karin), "Södra Bolaget");

        Assert.Contains(app.ChatOf(Cast.Karin), message => message.Words.StartsWith("Bra, då gäller det Södra Bolaget.", StringComparison.Ordinal));
        Assert.Equal("kaffemaskinen är trasig", answer.Card!["what"]);
        await app.SayAsync(Cast.Karin, "hej");
        Assert.Equal("Hej Karin! Vad kan jag hjälpa till med?", app.LastTo(Cast.Karin).Words);
    }

    [Fact]
    public async Task Of_many_companies_every_one_can_be_picked()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, Enumerable.Range(1, 120).Select(number => $"K{number}").ToArray());
        await app.SayAsync(Cast.Karin, "kaffemaskinen är trasig");
        var question = app.LastTo(Cast.Karin);
        await app.SayAsync(Cast.Karin, "bolaget k120");

        var answer = await app.PressAsync(Cast.Karin, question, "Välj", ("company", "K7"));

        Assert.Equal(["Välj"], question.Card!.Buttons);
        Assert.Contains(app.ChatOf(Cast.Karin), message => message.Words.StartsWith("Bra, då gäller det Bolaget K120.", StringComparison.Ordinal));
        Assert.Contains("då gäller det Bolaget K7.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_of_somebody_else_cannot_be_picked()
    {
        await using var app = await BotApp.StartAsync();
        await AddAsync(app, "K1", "K2", "K3", "K4", "K5");
        await app.SayAsync(Cast.Karin, "kaffemaskinen är trasig");

        var answer = await app.PressAsync(Cast.Karin, app.LastTo(Cast.Karin), "Välj", ("company", "NORD"));

        Assert.Contains("Det bolaget hittar jag inte hos er.", answer.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_e_mail_domain_decides_without_a_question()
    {
        await using var app = await BotApp.StartAsync();
        app.Connector.AddMember(Cast.Karin.Id, Cast.Karin.ObjectId, "Karin Sund", "Karin.Sund@Sodra.example", Cast.Karin.TenantId);

        await app.SayAsync(Cast.Karin, "kaffemaskinen är trasig");
        await app.PressAsync(Cast.Karin, app.ChatOf(Cast.Karin).First(message => message.Card is not null), "Skicka till supporten");

        Assert.Contains(app.ChatOf(Cast.Karin), message => message.Words.StartsWith("Klart! SODRA-1", StringComparison.Ordinal));
    }

    private static Card Form(BotApp app) => app.ChatOf(Cast.Karin).Last(message => message.Card is not null).Card!;

    private static async Task AddAsync(BotApp app, params string[] keys)
    {
        var store = app.Services.GetRequiredService<CustomerStore>();
        foreach (var key in keys)
        {
            await store.SaveAsync(new Customer(CustomerKey.Parse(key), $"Bolaget {key}", [new Agreement(Tier.Silver)]) { Tenants = [Guid.Parse(Cast.Karin.TenantId)] }, CancellationToken.None);
        }
    }
}
