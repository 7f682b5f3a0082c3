using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The first hello, once per person, on installation and not on upgrades. No tier, no prices, no list of commands.</summary>
public sealed class Welcome(AddressBook people) : IArrival, ICardSource
{
    private const string SourceKind = "welcome";

    public string Kind => SourceKind;

    public async Task<Outcome?> ArriveAsync(Turn turn, CancellationToken cancellation)
    {
        if (!turn.IsPersonal || turn.Caller is Stranger) return null;
        var stored = await people.FindAsync(turn.Person.Ref.TenantId, turn.Person.ObjectId, cancellation);
        if (stored is null || stored.Value.WelcomedAt is not null) return Reply.Silence;
        return Change.To(AddressBook.PartitionOf(turn.Person.Ref), new Decision(
            [AddressBook.Write(stored, stored.Value with { WelcomedAt = turn.Now })],
            [],
            turn.Caller is Staff
                ? Reply.Say(WelcomeTexts.HelloStaff(turn.Person.FirstName))
                : new Reply { Told = new Content(SourceKind, "-") }));
    }

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var words = WelcomeTexts.Hello(recipient.Person?.FirstName ?? "").In(recipient.Reader.Tongue);
        return Task.FromResult<Rendered?>(new Rendered(words, For(words, recipient.Reader), Alert: true));
    }

    internal static AdaptiveCard For(string hello, Reader reader)
    {
        var tongue = reader.Tongue;
        return new AdaptiveCard(
            [
                Literal.Block(hello, TextSize.Medium, TextWeight.Bolder),
                new TextBlock(WelcomeTexts.HowItWorks.In(tongue)),
                new TextBlock(WelcomeTexts.ForExample.In(tongue)) { IsSubtle = true, Size = TextSize.Small },
                new ActionSet([.. WelcomeTexts.Examples.Select(example => Button.Says(example, example, tongue))]),
                new TextBlock(WelcomeTexts.IAmABot.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Separator = true },
            ],
            [
                Button.Opens<NewTicket, NewTicket.Data>(TicketTexts.NewTicket, new(), tongue),
                Button.Says(TicketTexts.MyTickets, TicketTexts.MyTickets, tongue),
                Button.Says(WelcomeTexts.WhatIsIncluded, WelcomeTexts.WhatIsIncluded, tongue),
            ],
            reader.Lang());
    }
}

/// <summary>The sentences of the first hello.</summary>
internal static class WelcomeTexts
{
    public static readonly Text HowItWorks = new(
        "Skriv som till en kollega. Kan jag svara gör jag det direkt. Annars tar en tekniker på Synerity över, och du följer ärendet här.",
        "Write as you would to a colleague. If I can answer, I do. If not, a technician at Synerity takes over and you follow the ticket here.");

    public static readonly Text ForExample = new("Till exempel", "For example");

    public static readonly IReadOnlyList<Text> Examples =
    [
        new("Min automation körs inte", "My automation doesn't run"),
        new("Bjuda in en gäst", "Invite a guest"),
    ];

    public static readonly Text WhatIsIncluded = new("Vad ingår?", "What's included?");

    public static readonly Text IAmABot = new(
        "Jag är en bot. Skriv \"människa\" när du vill ha en tekniker. Öppet måndag–fredag 08:00–17:00, stängt helgdagar. 042-4003999",
        "I'm a bot. Write \"human\" when you want a technician. Open Monday–Friday 08:00–17:00, closed on public holidays. +46 42 400 39 99");

    public static Text Hello(string firstName) => firstName.Length == 0
        ? new("Hej! Här får du hjälp med monday.com.", "Hi! This is where you get help with monday.com.")
        : new($"Hej {firstName}! Här får du hjälp med monday.com.", $"Hi {firstName}! This is where you get help with monday.com.");

    public static Text HelloStaff(string firstName) => new(
        $"Hej {firstName}! Hit kommer det som rör dina ärenden. Nya ärenden kommer till supportens kanal. Skriv hjälp så ser du vad jag kan.",
        $"Hi {firstName}! This is where you hear about your tickets. New ones come to the support channel. Write help to see what I can do.");
}
