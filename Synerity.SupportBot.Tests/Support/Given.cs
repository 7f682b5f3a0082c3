namespace Synerity.SupportBot.Tests.Support;

/// <summary>What has happened before a test's own story begins.</summary>
internal static class Given
{
    /// <summary>Somebody has opened a ticket by writing and pressing the form that came.</summary>
    /// <returns>Its card in their chat.</returns>
    public static async Task<Message> TicketAsync(this BotApp app, Actor person, string what = "Automationen på Inköp mejlar två gånger")
    {
        if (app.ChatOf(person).Count == 0) await app.InstallAsync(person);
        var english = person.Locale.StartsWith("en", StringComparison.Ordinal);
        await app.SayAsync(person, english ? "new ticket" : "nytt ärende");
        var form = app.LastTo(person);
        await app.PressAsync(person, form, english ? "Send to support" : "Skicka till supporten", ("what", what));
        return app.ChatOf(person).Single(message => message.Id == form.Id);
    }

    /// <summary>Somebody has shared a ticket with a colleague whom the bot has met.</summary>
    public static async Task ShareAsync(this BotApp app, Actor by, string ticket, Actor with)
    {
        var dialog = await app.PressAsync(by, app.TicketCard(by, ticket), "Dela med kollega");
        await app.SubmitAsync(by, dialog, "Dela", ("who", dialog.Card!.Choice(with.Name)));
    }

    /// <summary>A technician has answered from the card in the channel.</summary>
    public static async Task AnswerAsync(this BotApp app, Actor technician, Message deskCard, string words, bool waiting = false)
    {
        var dialog = await app.PressAsync(technician, deskCard, "Svara");
        await app.SubmitAsync(technician, dialog, dialog.Card!.Buttons[0], ("words", words), ("waiting", waiting ? "true" : "false"));
    }

    /// <summary>A technician has solved it from the card in the channel.</summary>
    public static async Task ResolveAsync(this BotApp app, Actor technician, string ticket, string advice = "Låt bara en automation mejla vid varje statusbyte.")
    {
        var dialog = await app.PressAsync(technician, app.DeskCard(ticket), "Markera löst");
        await app.SubmitAsync(
            technician, dialog, "Markera löst",
            ("cause", "Två automationer startade varandra."), ("action", "Den ena är avslagen."), ("advice", advice));
    }

    /// <summary>A technician has stopped the clock of the first answer.</summary>
    public static async Task PauseAsync(this BotApp app, Actor technician, string ticket, string reason, string words = "", bool isPublic = false)
    {
        var dialog = await app.PressAsync(technician, app.DeskCard(ticket), "Pausa klockan");
        await app.SubmitAsync(technician, dialog, "Pausa klockan", ("reason", reason), ("words", words), ("public", isPublic ? "true" : "false"));
    }

    /// <summary>The card that tells somebody of the newest solution of a ticket.</summary>
    public static Message SolvedCard(this BotApp app, Actor person, string ticket) => app.ChatOf(person).Last(message =>
        message.Summary.EndsWith($"har löst {ticket}. Fungerar det hos dig?", StringComparison.Ordinal)
        || message.Summary.EndsWith($"has solved {ticket}. Does it work for you?", StringComparison.Ordinal));

    /// <summary>Somebody's own card of a ticket.</summary>
    public static Message TicketCard(this BotApp app, Actor person, string ticket) =>
        app.ChatOf(person).First(message => message.Words.StartsWith(ticket + " ·", StringComparison.Ordinal));

    /// <summary>The card of a ticket in the channel, as it stands now.</summary>
    public static Message DeskCard(this BotApp app, string ticket) =>
        app.Channel.First(message => message.Words.StartsWith(ticket + " ·", StringComparison.Ordinal));
}
