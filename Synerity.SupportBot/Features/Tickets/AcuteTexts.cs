using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when it is acute: how to stop the damage first, then the alarm. No promise that the agreement does not have, no offers.</summary>
internal static class AcuteTexts
{
    public static readonly Text Badge = new("AKUT", "ACUTE");
    public static readonly Text AlertNow = new("Larma supporten nu", "Alert support now");
    public static readonly Text AlertAtOpening = new("Larma när ni öppnar", "Alert when you open");
    public static readonly Text ShallIAlert = new(" Ska jag larma supporten samtidigt?", " Shall I alert support at the same time?");
    public static readonly Text StopIt = new(
        "Om något gör skada just nu: slå av automationen eller integrationen som orsakar det. Inget raderas.",
        "If something is doing damage right now, turn off the automation or integration that causes it. Nothing is deleted.");

    public static readonly Text Alert = new("Larma", "Alert");
    public static readonly Text Phone = new("Nummer om vi behöver ringa", "Number in case we need to call");
    public static readonly Text PhoneTooLong = new("Skriv bara numret.", "Just the number.");
    public static readonly Text Finding = new("Vi söker en tekniker nu", "Finding a technician now");
    public static readonly Text ExtraFast = new("Extra snabb hjälp.", "Extra fast help.");
    public static readonly Text OurPhone = new("Telefon 042-4003999", "Phone +46 42 400 39 99");
    public static readonly Text NoLonger = new("Det är inte akut längre", "No longer acute");
    public static readonly Text CallThem = new("Ring", "Call");
    public static readonly Text MakeAcute = new("Larma jouren", "Alert on-call");
    public static readonly Text Reason = new("Varför?", "Why?");
    public static readonly Text ReasonHint = new("Kollegor läser det på ärendet.", "Colleagues read it on the ticket.");
    public static readonly Text NotLarmed = new("Okej, jag larmar inte. Skicka det som ett vanligt ärende om du vill ha hjälp.", "All right, no alert. Send it as an ordinary ticket if you want help.");
    public static readonly Text NotInTheirs = new("Extra snabb hjälp vid akuta fel ingår inte i kundens avtal. Ta ärendet, så går det ändå fort.", "The customer's agreement doesn't include extra fast help. Take the ticket, and it will be quick all the same.");

    public static readonly Text NoAlarm = new("Okej, jag larmar inte.", "All right, no alert.");
    public static readonly Text NotInAgreement = new(
        "Extra snabb hjälp ingår inte i ert avtal. Ring 042-4003999 om det inte kan vänta.",
        "Extra fast help isn't part of your agreement. Call +46 42 400 39 99 if it can't wait.");

    public static Text IsAcuteNow(TicketKey key) => new($"{key} är akut nu. Jouren larmas.", $"{key} is acute now. On-call will be alerted.");

    /// <summary>A day that has a date: "måndag 30 november", "on Monday 30 November".</summary>
    public static Text On(Text day) => new(day.Swedish, $"on {day.English}");

    public static Text IsOut(TicketKey key) => new(
        $"Larmet är ute och {key} ligger först i kön. Jag säger till så fort någon har tagit det.",
        $"The alert is out and {key} is first in the queue. I'll tell you as soon as someone has it.");

    /// <param name="due">When the answer is due; null: nothing is promised.</param>
    public static Text AtOpening(string clock, Text day, Text? due) => Opens(clock, day) + (due is { } at
        ? new Text($" Då larmar jag, och du får svar senast {at.Swedish}.", $" I'll alert them then, and you'll have an answer by {at.English}.")
        : new Text(" Då larmar jag.", " I'll alert them then."));

    public static Text ShallIAlertThen(string clock, Text day) => Opens(clock, day) + new Text(" Ska jag larma då?", " Shall I alert them then?");

    public static Text Opens(string clock, Text day) => new($"Supporten öppnar {day.Swedish} {clock}.", $"Support opens at {clock} {day.English}.");

    public static Text GuaranteedBy(Text due) => new($" Garanterat svar senast {due.Swedish}", $" Guaranteed answer by {due.English}");

    public static Text AlarmAt(Text when) => new($"Larmet går {when.Swedish}.", $"The alert goes out {when.English}.");

    public static Text MarkedStopped(Text who) => new(
        $"Jag har markerat att verksamheten står still, så att {who.Swedish} ser det. ", $"I've marked that business has stopped, so that {who.English} sees it. ");

    /// <summary>Said only to whoever asks for the acute lane.</summary>
    public static Text NotInYours(Text included, Text yours) => new(
        $"Extra snabb hjälp vid akuta fel ingår i {included.Swedish}. Ni har {yours.Swedish}.",
        $"Extra fast help with acute faults is part of {included.English}. You have {yours.English}.");

    public static Text SendNow(Text due) => new($" Skicka det till supporten, så får du svar senast {due.Swedish}.", $" Send it to support and you'll have an answer by {due.English}.");

    public static Text CallNow(string closing) => new($" Snabbast når du oss på 042-4003999, före {closing}.", $" The quickest way to reach us is +46 42 400 39 99, before {closing}.");

    public static Text CallFrom(Text opens) => new($" Telefonen öppnar {opens.Swedish}: 042-4003999.", $" The phone opens {opens.English}: +46 42 400 39 99.");

    public static Text HasItUnaware(Text name) => new($"{name.Swedish} har det, men ingen har tagit larmet", $"{name.English} has it, but nobody has taken the alert");

    public static Text Calmed(TicketKey key) => new($"Vad bra! {key} är inte akut längre, men ligger kvar hos supporten.", $"Good! {key} is no longer acute, but support still has it.");

    public static Text IsAbout(TicketKey key) => new($"Det gäller {key}", $"It's about {key}");

    public static Text SaysStopped(Text name, TicketKey key) => new($"{name.Swedish} säger att verksamheten står still på {key}:", $"{name.English} says business has stopped on {key}:");

    public static Text SaysCalm(Text name, TicketKey key) => new($"{name.Swedish} säger att {key} inte är akut längre.", $"{name.English} says {key} is no longer acute.");

    public static Text TakenIt(Text name, TicketKey key) => new($"{name.Swedish} har tagit {key} och tittar på det nu.", $"{name.English} has taken {key} and is looking at it now.");

    public static Text Marked(TicketKey key) => new($"{key} är inte akut längre.", $"{key} is no longer acute.");
}
