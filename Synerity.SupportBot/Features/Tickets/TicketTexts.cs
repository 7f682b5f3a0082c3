using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Every sentence about tickets. Voice: <em>du</em> to the person, <em>ni</em> to the organisation; short, warm, concrete.</summary>
internal static class TicketTexts
{
    public static readonly Text NewTicket = new("Nytt ärende", "New ticket");
    public static readonly Text MyTickets = new("Mina ärenden", "My tickets");
    public static readonly Text Send = new("Skicka till supporten", "Send to support");
    public static readonly Text Cancel = new("Avbryt", "Cancel");
    public static readonly Text Cancelled = new("Okej, inget är skickat.", "All right, nothing was sent.");
    public static readonly Text Title = new("Rubrik", "Title");
    public static readonly Text TriedArticle = new("Har läst", "Has read");
    public static readonly Text What = new("Vad händer?", "What is happening?");
    public static readonly Text WhatExample = new("Skriv som till en kollega, gärna med ett exempel.", "Write as you would to a colleague, with an example if you can.");
    public static readonly Text WhatMissing = new("Skriv vad som händer, gärna med ett exempel.", "Tell us what happens, with an example if you can.");
    public static readonly Text TooLong = new("Det blev för långt. Korta ner det, resten kan du skriva efteråt.", "That's too long. Shorten it; you can write the rest afterwards.");
    public static readonly Text About = new("Vad gäller det?", "What is it about?");
    public static readonly Text ChooseOne = new("Välj ett av alternativen.", "Choose one of these.");
    public static readonly Text HowBad = new("Hur mycket stör det?", "How bad is it?");
    public static readonly Text More = new("Lägg till länk eller vilka som drabbas", "Add a link or who is affected");
    public static readonly Text Link = new("Länk till tavlan eller raden", "Link to the board or item");
    public static readonly Text LinkWrong = new("Länken ska börja med https://.", "The link should begin with https://.");
    public static readonly Text Who = new("Vilka drabbas?", "Who is affected?");
    public static readonly Text Afterwards = new("Svaret kommer här i chatten.", "The answer will come here in the chat.");
    public static readonly Text AfterwardsElsewhere = new("Svaret kommer i din chatt med mig.", "The answer will come in your chat with me.");
    public static readonly Text FormTooOld = new("Formuläret hade blivit för gammalt. Här är ett nytt med det du skrev.", "That form was too old. Here is a fresh one with what you wrote.");
    public static readonly Text NotFound = new("Jag hittar inget sådant ärende.", "I can't find that ticket.");
    public static readonly Text NoTickets = new("Du har inga ärenden än. Skriv vad du undrar, så hjälper jag till.", "You have no tickets yet. Tell me what you wonder and I'll help.");
    public static readonly Text CustomersOnly = new("Ärenden öppnas av kundernas användare. Här svarar du på dem.", "Tickets are opened by customers' users. This is where you answer them.");
    public static readonly Text NoAgreementNow = new(
        "Ert avtal gäller inte just nu, så jag kan inte öppna ärenden. Ring 042-4003999 så hjälper vi er vidare.",
        "Your agreement isn't valid at the moment, so I can't open tickets. Call +46 42 400 39 99 and we'll help you from there.");

    public static readonly Text WriteItAgain = new("Det var för länge sedan. Skriv det en gång till, så skickar jag det.", "That was too long ago. Write it once more and I'll send it.");
    public static readonly Text TechniciansOnly = new("Det kan bara en tekniker göra. En administratör kan lägga till dig.", "Only a technician can do that. An administrator can add you.");
    public static readonly Text ATechnician = new("En tekniker", "A technician");
    public static readonly Text Somebody = new("Någon", "Somebody");
    public static readonly Text NoPromise = new("Ert avtal har ingen garanterad svarstid.", "Your agreement has no guaranteed response time.");
    public static readonly Text SoonAsWeCan = new("En tekniker svarar så snart vi kan under öppettid.", "A technician answers as soon as we can during opening hours.");
    public static readonly Text ClockStops = new("Klockan står stilla när vi har stängt.", "The clock stops while we are closed.");
    public static readonly Text HowIsItGoing = new("Hur går det?", "How is it going?");
    public static readonly Text AskWhere = new("Vart ska jag skicka det du skrev?", "Where shall I send what you wrote?");
    public static readonly Text YesSend = new("Ja, skicka", "Yes, send");
    public static readonly Text NewQuestion = new("Ny fråga", "New question");
    public static readonly Text WrongTicket = new("Fel ärende", "Wrong ticket");
    public static readonly Text NoReadyAnswer = new(
        "Det har jag inget färdigt svar på. Skicka det till en tekniker, så får du svar här. Jag har fyllt i det du skrev.",
        "I have no ready answer to that. Send it to a technician and you'll get an answer here. I've filled in what you wrote.");

    public static readonly Text HandOver = new(
        "Okej, då lämnar jag över till en tekniker. Skriv vad det gäller, så tar vi det därifrån.",
        "All right, I'll hand over to a technician. Tell us what it's about and we'll take it from there.");

    public static readonly Text WantsCall = new("Jag vill bli uppringd.", "I would like to be called.");
    public static readonly Text YourAnswer = new("Ditt svar", "Your answer");
    public static readonly Text OnceSent = new("När det är skickat", "Once it is sent");
    public static readonly Text IWaitForReply = new("Jag väntar på kundens svar", "I'm waiting for the customer's reply");
    public static readonly Text Message = new("Meddelande", "Message");
    public static readonly Text WriteSomething = new("Skriv något först.", "Write something first.");
    public static readonly Text Take = new("Ta", "Take");
    public static readonly Text Answer = new("Svara", "Answer");
    public static readonly Text NobodyHasIt = new("Ingen har tagit det", "Nobody has it");
    public static readonly Text NoGuarantee = new("Ingen garanterad svarstid", "No guaranteed response time");
    public static readonly Text From = new("Från", "From");
    public static readonly Text Concerns = new("Gäller", "About");
    public static readonly Text Effect = new("Påverkan", "Effect");
    public static readonly Text LinkShort = new("Länk", "Link");
    public static readonly Text Affected = new("Drabbade", "Affected");
    public static readonly Text OnTime = new("i tid", "on time");
    public static readonly Text Late = new("senare än utlovat", "later than promised");
    public static readonly Text WriteToSupport = new("Skriv till supporten", "Write to support");

    public static Text KindName(TicketKind kind) => kind switch
    {
        TicketKind.Fault => new("Något är fel", "Something is wrong"),
        TicketKind.HowTo => new("Jag undrar hur man gör", "I wonder how to"),
        TicketKind.Change => new("Vi vill ändra något", "We want a change"),
        _ => CorrectionTexts.KindName(kind),
    };

    public static Text ImpactName(Impact impact) => impact switch
    {
        Impact.CanWork => new("Det går att jobba", "We can work"),
        Impact.SeveralStuck => new("Flera står stilla", "Several are stuck"),
        _ => new("Verksamheten står still", "Business has stopped"),
    };

    public static Text OpenedWithPromise(TicketKey key, Text due) => new(
        $"Klart! {key} ligger hos supporten. En tekniker svarar dig senast {due.Swedish}.",
        $"Done! Support has {key}. A technician will answer you by {due.English}.");

    public static Text OpenedWithoutPromise(TicketKey key) =>
        new Text($"Klart! {key} ligger hos supporten. ", $"Done! Support has {key}. ") + SoonAsWeCan + Text.Same(" ") + NoPromise;

    public static Text SentAlready(string key) => new($"Det är redan skickat, som {key}.", $"That has been sent already, as {key}.");

    public static Text AnswerBy(Text due) => new($"Svar senast {due.Swedish}", $"Answer by {due.English}");

    public static Text AnswerWasDue(Text due) => new($"Svaret skulle ha kommit {due.Swedish}", $"An answer was due {due.English}");

    public static Text BudgetFrom(TimeSpan budget, Text start) =>
        Formats.OpeningTime(budget) + new Text($" från {start.Swedish}.", $" from {start.English}.");

    public static Text DoesNotCount(IReadOnlyList<Text> closed)
    {
        var all = Formats.Sentence(closed.Count == 1
            ? closed[0]
            : new Text(
                string.Join(", ", closed.Take(closed.Count - 1).Select(day => day.Swedish)) + " och " + closed[^1].Swedish,
                string.Join(", ", closed.Take(closed.Count - 1).Select(day => day.English)) + " and " + closed[^1].English));
        return all + new Text(" räknas inte.", closed.Count == 1 ? " doesn't count." : " don't count.");
    }

    public static readonly Text TheWeekend = new("helgen", "the weekend");

    public static Text WaitingForTechnician => new("Väntar på tekniker", "Waiting for a technician");

    public static Text WaitingForYou => new("Väntar på dig", "Waiting for you");

    public static Text IsWorkingOnIt(Text name) => new($"{name.Swedish} jobbar med det", $"{name.English} is working on it");

    public static Text HasIt(Text name) => new($"{name.Swedish} har det", $"{name.English} has it");

    public static Text WaitingFor(Text name) => new($"Väntar på {name.Swedish}", $"Waiting for {name.English}");

    public static Text FirstAnswer(Text when, Text? verdict) => verdict is { } v
        ? new($"Första svar {when.Swedish}, {v.Swedish}", $"First answer {when.English}, {v.English}")
        : new($"Första svar {when.Swedish}", $"First answer {when.English}");

    public static Text AnsweredAt(Text when, Text? verdict) => verdict is { } v
        ? new($"Besvarat {when.Swedish}, {v.Swedish}", $"Answered {when.English}, {v.English}")
        : new($"Besvarat {when.Swedish}", $"Answered {when.English}");

    public static Text TakenByYou(TicketKey key) => new($"Du har redan {key}.", $"You already have {key}.");

    public static Text SomebodyWasFaster(Text name, TicketKey key, string clock) => new(
        $"{name.Swedish} hann före och tog {key} {clock}.", $"{name.English} got there first and took {key} at {clock}.");

    public static Text AnswerTo(Text name) => new($"Svara {name.Swedish}", $"Answer {name.English}");

    public static Text SendTo(Text name) => new($"Skicka till {name.Swedish}", $"Send to {name.English}");

    public static Text WriteTo(Text name) => new($"Skriv till {name.Swedish}", $"Write to {name.English}");

    public static Text SentTo(Text name, TicketKey key) => new($"Skickat till {name.Swedish} på {key}.", $"Sent to {name.English} on {key}.");

    public static Text SentToSupport(TicketKey key) => new($"Skickat till supporten på {key}.", $"Sent to support on {key}.");

    public static Text AnswersOn(Text name, TicketKey key) => new($"{name.Swedish} svarar på {key}:", $"{name.English} on {key}:");

    public static Text WritesOn(Text name, TicketKey key) => new($"{name.Swedish} skriver på {key}:", $"{name.English} writes on {key}:");

    public static Text TookBackOn(Text name, TicketKey key) =>
        new($"{name.Swedish} tog tillbaka sitt senaste meddelande på {key}. Det gällde något annat.", $"{name.English} took back the latest message on {key}. It was about something else.");

    public static Text TakenBack(TicketKey key) =>
        new($"Okej, jag tog bort det från {key}. Gäller det något nytt kan du skicka det här.", $"All right, I've removed it from {key}. If it's something new, you can send it here.");

    public static readonly Text TooLateToTakeBack = new("Det går inte att ta tillbaka längre.", "It can no longer be taken back.");

    public static Text ReadsIn(Tongue tongue) => tongue == Tongue.Swedish ? new("läser svenska", "reads Swedish") : new("läser engelska", "reads English");

    public static Text NewOnDesk(TicketKey key, string customer, Text tier, Text promise) =>
        new Text($"Nytt ärende {key}, {customer} ({tier.Swedish}). ", $"New ticket {key}, {customer} ({tier.English}). ") + promise;

    public static Text SendItToTicket(Text name, TicketKey key) => new($"Ska jag skicka det till {name.Swedish} på {key}?", $"Shall I send that to {name.English} on {key}?");

    public static readonly Text Support = new("supporten", "support");

    public static Text WarnYou(TicketKey key, Text due) => new($"{key} ska ha svar senast {due.Swedish}. Du har det.", $"{key} needs an answer by {due.English}. You have it.");

    public static Text WarnChannel(TicketKey key, Text tier, Text due) => new(
        $"{key} ({tier.Swedish}) ska ha svar senast {due.Swedish}. Ingen har tagit det.", $"{key} ({tier.English}) needs an answer by {due.English}. Nobody has it.");

    public static Text MissedYou(TicketKey key, Text due) => new(
        $"{key} skulle ha fått svar {due.Swedish}. Du har det. Svara så snart du kan.", $"{key} should have had an answer {due.English}. You have it. Answer as soon as you can.");

    public static Text MissedChannel(TicketKey key, Text tier, Text due) => new(
        $"{key} ({tier.Swedish}) skulle ha fått svar {due.Swedish}. Ingen har tagit det.", $"{key} ({tier.English}) should have had an answer {due.English}. Nobody has it.");

    public static Text StatusUntaken(TicketKey key) => new($"{key} väntar på en tekniker.", $"{key} is waiting for a technician.");

    public static Text StatusTaken(Text name, TicketKey key) => new($"{name.Swedish} har {key} men har inte svarat än.", $"{name.English} has {key} but hasn't answered yet.");

    public static Text StatusAnswered(Text name, TicketKey key) => new($"{name.Swedish} jobbar med {key} och har svarat dig.", $"{name.English} is working on {key} and has answered you.");

    public static Text StatusYours(Text name, TicketKey key) => new($"{name.Swedish} väntar på ditt svar på {key}.", $"{name.English} is waiting for your reply on {key}.");

    public static Text YouWillHaveAnAnswerBy(Text due) => new($" Du får svar senast {due.Swedish}.", $" You'll have an answer by {due.English}.");

    public static Text WeMissedThat(Text due) => new($" Svaret skulle ha kommit {due.Swedish}. Det har vi missat.", $" You should have had an answer {due.English}. We missed that.");

    public static Text Used(Text stamp, string elapsed, string budget) => new(
        $"{stamp.Swedish}: {elapsed} av {budget} har gått. ", $"{stamp.English}: {elapsed} of {budget} used. ");
}
