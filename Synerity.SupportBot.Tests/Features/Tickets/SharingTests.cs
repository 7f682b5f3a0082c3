using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Colleagues who follow a ticket: what they see, hear, may and may not.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task A_colleague_gets_the_card_and_then_the_answers()
    {
        await using var app = await SharedAsync();

        Assert.Equal("Maria Ek har delat NORD-1 med dig. Du får svaren här och kan kommentera.\nAutomationen på Inköp mejlar två gånger\nSkriv till supporten\nSluta följa", app.ChatOf(Cast.Petra)[^2].Words);
        Assert.Equal(["Skriv till supporten", "Hur går det?", "Sluta följa"], app.TicketCard(Cast.Petra, "NORD-1").Card!.Buttons);
        Assert.Contains("\nDelas med Petra Vik\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nFöljs av  \nPetra Vik\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Hej! Vad heter automationen?", waiting: true);

        Assert.Equal("Anna Berg svarar på NORD-1:\nHej! Vad heter automationen?\nSvara Anna", app.LastTo(Cast.Petra).Words);
        Assert.Contains("\nVäntar på Maria Ek\n", app.TicketCard(Cast.Petra, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nVäntar på dig\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_follower_reads_in_their_own_language()
    {
        await using var app = await SharedAsync(Cast.Edward);

        Assert.Equal("Maria Ek has shared NORD-1 with you. You'll get the answers here and can comment.\nAutomationen på Inköp mejlar två gånger\nWrite to support\nStop following", app.ChatOf(Cast.Edward)[^2].Words);
        Assert.Contains("\nWaiting for a technician\n", app.TicketCard(Cast.Edward, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_reaches_the_technician_and_the_requester_with_its_author_s_name()
    {
        await using var app = await SharedAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);

        await app.SayAsync(Cast.Petra, "Den heter Orderbekräftelse", quoting: app.LastTo(Cast.Petra));

        Assert.Equal("Petra Vik skriver på NORD-1:\nDen heter Orderbekräftelse\nSvara", app.LastTo(Cast.Anna).Words);
        Assert.Equal("Petra Vik skriver på NORD-1:\nDen heter Orderbekräftelse\nSkriv till Anna", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Skickat till Anna på NORD-1.\nFel ärende", app.LastTo(Cast.Petra).Words);
        Assert.Contains("\nAnna Berg jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nPetra Vik: Den heter Orderbekräftelse\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_follower_writes_of_their_own_does_not_go_to_the_ticket()
    {
        await using var app = await SharedAsync();
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);
        var before = app.DeskCard("NORD-1").Words;

        await app.SayAsync(Cast.Petra, "hur bjuder jag in en gäst till en tavla");

        Assert.Equal(before, app.DeskCard("NORD-1").Words);
    }

    [Fact]
    public async Task A_solved_ticket_is_commented_on_and_stays_solved_until_the_requester_says_so()
    {
        await using var app = await SharedAsync();
        await app.ResolveAsync(Cast.Anna, "NORD-1");
        var told = app.ChatOf(Cast.Petra).Single(message => message.Summary == "Anna har löst NORD-1.");
        Assert.Empty(told.Card!.Buttons);
        Assert.Contains("\nMaria Ek säger till om det fungerar.", told.Words, StringComparison.Ordinal);

        await app.SayAsync(Cast.Petra, "ja", quoting: told);

        Assert.StartsWith("NORD-1 ·", app.TicketCard(Cast.Maria, "NORD-1").Summary, StringComparison.Ordinal);
        Assert.Contains("\nLöst\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Petra Vik skriver på NORD-1:\nja\nSkriv till Anna", app.LastTo(Cast.Maria).Words);

        await app.PressAsync(Cast.Maria, app.SolvedCard(Cast.Maria, "NORD-1"), "Ja, det fungerar");

        Assert.Contains(app.ChatOf(Cast.Petra), message => message.Words == "Maria Ek säger att lösningen på NORD-1 fungerar. Ärendet är stängt.");
        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Petra, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_following_sees_and_hears_nothing_more()
    {
        await using var app = await SharedAsync();
        var card = app.TicketCard(Cast.Petra, "NORD-1");

        await app.PressAsync(Cast.Petra, card, "Sluta följa");
        var count = app.ChatOf(Cast.Petra).Count;
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "hemligt");
        await app.SayAsync(Cast.Petra, "NORD-1");

        Assert.Equal("Du följer inte NORD-1 längre.", app.ChatOf(Cast.Petra).Single(message => message.Id == card.Id).Words);
        Assert.Equal(["NORD-1", "Jag hittar inget sådant ärende."], ["NORD-1", app.LastTo(Cast.Petra).Words]);
        Assert.Equal(count + 1, app.ChatOf(Cast.Petra).Count);
        Assert.DoesNotContain("Delas med", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_requester_stops_sharing_and_the_card_is_emptied()
    {
        await using var app = await SharedAsync();
        var card = app.TicketCard(Cast.Petra, "NORD-1");
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");
        var choose = await app.SubmitAsync(Cast.Maria, dialog, "Sluta dela med någon");

        await app.SubmitAsync(Cast.Maria, choose, "Sluta dela", ("who", choose.Card!.Choice("Petra Vik")));

        Assert.Equal("Petra Vik följer inte NORD-1 längre.", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Du följer inte NORD-1 längre.", app.ChatOf(Cast.Petra).Single(message => message.Id == card.Id).Words);
    }

    [Fact]
    public async Task An_address_nobody_has_shown_yet_is_shared_with_when_its_owner_appears_in_the_same_customer()
    {
        await using var app = await BotApp.StartAsync();
        app.Connector.AddMember(Cast.Edward.Id, Cast.Edward.ObjectId, Cast.Edward.Name, "Edward@Nordhem.example");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");
        await app.SubmitAsync(Cast.Maria, dialog, "Dela", ("address", "edward@nordhem.EXAMPLE"));
        Assert.Equal("Jag känner inte edward@nordhem.example än. När personen har skrivit till mig i Teams första gången delar jag NORD-1.", app.LastTo(Cast.Maria).Words);

        await app.SayAsync(Cast.Edward, "hello");

        Assert.Contains(app.ChatOf(Cast.Edward), message => message.Words.StartsWith("Maria Ek has shared NORD-1 with you.", StringComparison.Ordinal));
        Assert.Contains("\nDelas med Edward Hill\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest")]
    [InlineData("other")]
    public async Task An_address_opens_nothing_to_guests_or_to_another_customer(string who)
    {
        await using var app = await BotApp.StartAsync();
        var somebody = who == "guest" ? Cast.Edward : Cast.Johan;
        app.Connector.AddMember(somebody.Id, somebody.ObjectId, somebody.Name, "edward@nordhem.example", userRole: who == "guest" ? "guest" : "user");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");
        await app.SubmitAsync(Cast.Maria, dialog, "Dela", ("address", "edward@nordhem.example"));

        await app.SayAsync(somebody, "hej");
        await app.SayAsync(somebody, "NORD-1");

        Assert.DoesNotContain(app.ChatOf(somebody), message => message.Words.Contains("Automationen", StringComparison.Ordinal) || message.Words.Contains("delat", StringComparison.Ordinal));
        Assert.DoesNotContain("Delas med", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Välj en kollega eller skriv en mejladress.")]
    [InlineData("nästan@", "Det ser inte ut som en mejladress.")]
    public async Task Nobody_or_no_address_is_asked_for_again(string address, string why)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");

        var again = await app.SubmitAsync(Cast.Maria, dialog, "Dela", ("address", address));

        Assert.Equal("⚠ " + why, again.Card!.ErrorBeside("address"));
    }

    [Fact]
    public async Task A_made_up_choice_of_another_customer_s_person_is_nobody()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Johan, "hej");
        await app.TicketAsync(Cast.Johan);
        await app.TicketAsync(Cast.Maria);
        var johan = (await app.Rows.RangeAsync("c|FJM", "met|", "met|~", 10, default)).Single().Key["met|".Length..];
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");

        var again = await app.SubmitAsync(Cast.Maria, dialog, "Dela", ("who", johan));

        Assert.Equal("⚠ Välj en kollega eller skriv en mejladress.", again.Card!.ErrorBeside("address"));
        Assert.DoesNotContain(app.ChatOf(Cast.Johan), message => message.Words.Contains("NORD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_who_writes_on_somebody_s_ticket_gets_a_copy_of_the_answer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Lena, "NORD-1");
        var dialog = await app.PressAsync(Cast.Lena, app.LastTo(Cast.Lena), "Skriv till supporten");
        await app.SubmitAsync(Cast.Lena, dialog, "Skicka till supporten", ("words", "Det brådskar för oss."));

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag tittar på det nu.");

        Assert.Equal("Lena Dahl skriver på NORD-1:\nDet brådskar för oss.\nSkriv till supporten", app.ChatOf(Cast.Maria)[^2].Words);
        Assert.Equal("Anna Berg svarar på NORD-1:\nJag tittar på det nu.\nSvara Anna", app.LastTo(Cast.Lena).Words);
        Assert.Contains("Dra tillbaka", app.TicketCard(Cast.Lena, "NORD-1").Card!.Buttons);
    }

    [Fact]
    public async Task Followers_are_told_nothing_internal()
    {
        await using var app = await SharedAsync();
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Intern anteckning");

        await app.SubmitAsync(Cast.Anna, dialog, "Spara som intern anteckning", ("words", "hemlighet"));
        await app.SayAsync(Cast.Petra, "NORD-1");

        Assert.DoesNotContain(app.ChatOf(Cast.Petra), message => message.Body.GetRawText().Contains("hemlighet", StringComparison.Ordinal));
    }

    private static async Task<BotApp> SharedAsync(Actor? with = null)
    {
        var app = await BotApp.StartAsync();
        await app.SayAsync(with ?? Cast.Petra, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.ShareAsync(Cast.Maria, "NORD-1", with ?? Cast.Petra);
        return app;
    }
}
