using System.Globalization;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Every sentence about agreements. The rows of the sheet are in <see cref="EntitlementLabels"/>, the values in <see cref="TermTexts"/>.</summary>
public static class AgreementTexts
{
    public static readonly Text Title = new("Ert avtal", "Your agreement");

    public static readonly Text None = new(
        "Ni har inget avtal än. Hör av dig så berättar vi mer.", "You have no agreement yet. Get in touch and we'll tell you more.");

    public static readonly Text Custom = new("Specialanpassat avtal", "Custom agreement");

    public static readonly Text AsteriskNote = new("* kontakta Synerity för villkor", "* contact Synerity for conditions");

    public static readonly Text UntilFurtherNotice = new("Gäller tills vidare.", "Valid until further notice.");

    public static readonly Text UntilItBegins = new(
        "Behöver du hjälp innan dess? Ring eller mejla så löser vi det.", "Need help before then? Call or e-mail us and we'll sort it out.");

    public static readonly Text AfterItEnded = new(
        "Gamla ärenden går fortfarande att läsa. Hör av dig så hjälper vi er vidare.",
        "Old tickets can still be read. Get in touch and we'll help you from there.");

    public static readonly Text NoGuarantee = new(
        "En tekniker svarar så snart vi kan under öppettid. Ert avtal har ingen garanterad svarstid.",
        "A technician answers as soon as we can during opening hours. Your agreement has no guaranteed response time.");

    public static readonly Text AnswerIsNotSolution = new(
        "Svaret kommer från en människa. Att lösa ärendet kan ta längre tid.", "The answer comes from a person. Solving the ticket may take longer.");

    public static readonly Text ResponseTime = new("Svarstid", "Response time");
    public static readonly Text Included = new("Det här ingår", "What's included");
    public static readonly Text NotIncluded = new("Det här ingår inte", "What's not included");
    public static readonly Text Advice = new("Hjälp och råd", "Help and advice");
    public static readonly Text Troubleshooting = new("Felsökning och rättning", "Troubleshooting and fixes");
    public static readonly Text Vendor = new("Kontakten med monday.com", "Contact with monday.com");
    public static readonly Text NotInYours = new("Ingår inte i ert avtal", "Not part of your agreement");
    public static readonly Text Price = new("Pris", "Price");
    public static readonly Text Contact = new("Så når du oss", "How to reach us");
    public static readonly Text PhoneLabel = new("Telefon", "Phone");
    public static readonly Text MailLabel = new("Mejl", "E-mail");
    public static readonly Text PortalLabel = new("Portal", "Portal");
    public static readonly Text Phone = new("042-4003999", "+46 42 400 39 99");
    public static readonly Text Mail = Text.Same("support@synerity.se");
    public static readonly Text Portal = Text.Same("support.synerity.se");
    public static readonly Text OpenPortal = new("Öppna portalen", "Open the portal");

    private static readonly CultureInfo SwedishDates = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo EnglishDates = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>As it stands on a badge.</summary>
    public static Text Badge(Tier tier) => tier == Tier.Gold ? new("GULD", "GOLD") : Text.Same(tier.Wire());

    /// <summary>The tier alone in running text: "Ni har silver."</summary>
    public static Text Name(Tier tier) => tier switch
    {
        Tier.Gold => new("guld", "Gold"),
        Tier.Silver => new("silver", "Silver"),
        _ => Text.Same("FREE"),
    };

    /// <summary>The agreement in running text: "guldavtal", "Gold agreement".</summary>
    public static Text AgreementName(Tier tier) => tier switch
    {
        Tier.Gold => new("guldavtal", "Gold agreement"),
        Tier.Silver => new("silveravtal", "Silver agreement"),
        _ => new("FREE-avtal", "FREE agreement"),
    };

    /// <summary>"guldavtalet", "the Gold agreement".</summary>
    public static Text TheAgreement(Tier tier) => new(AgreementName(tier).Swedish + "et", "the " + AgreementName(tier).English);

    /// <summary>Heads what the sheet has in these tiers but not in the reader's agreement: "Ingår i silver och guld".</summary>
    public static Text IncludedIn(IReadOnlyList<Tier> tiers) => new(
        "Ingår i " + string.Join(" och ", tiers.Select(tier => Name(tier).Swedish)),
        "Included in " + string.Join(" and ", tiers.Select(tier => Name(tier).English)));

    /// <summary>A row with what each of these tiers has: "Garanterad svarstid på ärenden: 8 timmar öppettid i silver, 2 timmar öppettid i guld".</summary>
    public static Text OfferedIn(EntitlementRow row, IReadOnlyList<Tier> tiers) => tiers.Index().Aggregate(
        row.Label,
        (line, tier) => line + Text.Same(tier.Index == 0 ? ": " : ", ") + TermTexts.Value(row.For(tier.Item)) + new Text(" i ", " in ") + Name(tier.Item));

    public static Text Date(DateOnly day) => new(day.ToString("d MMMM yyyy", SwedishDates), day.ToString("d MMMM yyyy", EnglishDates));

    public static Text Begins(DateOnly from) => new($"Gäller från {Date(from).Swedish}.", $"Valid from {Date(from).English}.");

    public static Text Ended(DateOnly to) => new($"Avtalet gick ut {Date(to).Swedish}.", $"The agreement ended on {Date(to).English}.");

    /// <summary>When it holds, for an agreement that does.</summary>
    public static Text Valid(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => new(
            $"Gäller {Date(first).Swedish} till och med {Date(last).Swedish}.",
            $"Valid {Date(first).English} to {Date(last).English}, inclusive."),
        ({ } first, null) => new($"Gäller tills vidare, sedan {Date(first).Swedish}.", $"Valid until further notice, since {Date(first).English}."),
        (null, { } last) => new($"Gäller till och med {Date(last).Swedish}.", $"Valid to {Date(last).English}, inclusive."),
        _ => UntilFurtherNotice,
    };

    public static Text AnswerWithin(TimeSpan within) => new(
        $"En tekniker svarar inom {TermTexts.Duration(within).Swedish}. Vi räknar bara tid då vi har öppet.",
        $"A technician answers within {TermTexts.Duration(within).English}. We only count time when we are open.");

    /// <summary>The line of a row in the reader's agreement; a plain "included" needs no value, for its heading says it.</summary>
    public static Text Line(EffectiveTerm term) => term.Term is Term.Included or Term.NotIncluded
        ? term.Row.Label
        : term.Row.Label + Text.Same(": ") + TermTexts.Value(term.Term);

    public static readonly Text Somebody = new("Någon", "Somebody");

    public static readonly Text NoAgreementFound = new(
        "Hej! Jag hittar inget avtal för er organisation, så jag kan inte öppna ärenden åt er än.",
        "Hi! I can't find an agreement for your organisation, so I can't open tickets for you yet.");

    public static readonly Text AgreementOver = new(
        "Ert avtal gäller inte just nu, så jag kan inte öppna ärenden. Jag har sagt till oss på Synerity att du har hört av dig. Brådskar det når du oss på 042-4003999.",
        "Your agreement isn't valid at the moment, so I can't open tickets. I've told Synerity that you got in touch. If it's urgent: +46 42 400 39 99.");

    public static readonly Text AlreadyCustomer = new(
        "Är ni redan kund? Berätta vilka ni är, så kopplar vi ihop er. Brådskar det når du oss på 042-4003999 eller support@synerity.se.",
        "Already a customer? Tell us who you are and we'll connect you. If it's urgent: +46 42 400 39 99 or support@synerity.se.");

    public static readonly Text WeAreCustomers = new("Vi är redan kund", "We are a customer");
    public static readonly Text WhatWeOffer = new("Vad vi erbjuder", "What we offer");
    public static readonly Text WhichCompanyAreYou = new("Vilket företag är ni?", "Which company are you?");
    public static readonly Text CompanyMissing = new("Skriv företagets namn, högst 200 tecken.", "Write the company's name, 200 characters at most.");
    public static readonly Text YourQuestion = new("Din fråga", "Your question");
    public static readonly Text NoQuestion = new("(ingen fråga än)", "(no question yet)");
    public static readonly Text SendIt = new("Skicka", "Send");

    public static readonly Text WeWillConnectYou = new(
        "Tack! Vi kopplar ihop er och återkommer här. Din fråga följer med.",
        "Thanks! We'll connect you and get back to you here. Your question comes along.");

    public static readonly Text KnownAlready = new("Er organisation är redan inkopplad. Skriv vad du undrar.", "Your organisation is connected already. Tell me what you wonder.");

    public static readonly Text NotListed = new(
        "Hej! Du finns inte med bland Syneritys supportpersonal än. Be en administratör lägga till dig.",
        "Hi! You aren't listed as Synerity support staff yet. Ask an administrator to add you.");

    public static readonly Text LeadFromUnknown = new("Någon utan avtal har hört av sig", "Somebody without an agreement got in touch");
    public static readonly Text LeadName = new("Namn", "Name");
    public static readonly Text LeadCompany = new("Företag", "Company");
    public static readonly Text LeadTenant = new("Klientorganisation", "Tenant");
    public static readonly Text OfferTitle = new("Så hjälper vi er med monday.com", "How we help you with monday.com");

    public static readonly Text AskUs = new(
        "Varje nivå har allt i den före. Vill ni veta mer? Ring 042-4003999 eller mejla support@synerity.se.",
        "Each level has everything in the one before. Want to know more? Call +46 42 400 39 99 or e-mail support@synerity.se.");

    public static readonly Text WhichLanguage = new("Vilket språk vill du läsa?", "Which language would you like to read?");
    public static readonly Text WhichCompany = new("Vilket bolag gäller det?", "Which company is this about?");
    public static readonly Text NotYours = new("Det bolaget hittar jag inte hos er.", "I can't find that company in your organisation.");

    public static readonly Text YouAreWelcome = new("Varsågod!", "You're welcome!");

    public static Text LeadWithoutAgreement(string customer) => new(
        $"{customer}, vars avtal inte gäller just nu, har hört av sig", $"{customer}, whose agreement isn't valid at the moment, got in touch");

    public static Text ReadsNow(Tongue tongue) => tongue == Tongue.Swedish
        ? new("Då skriver jag på svenska till dig.", "I'll write to you in Swedish from now on.")
        : new("Då skriver jag på engelska till dig.", "I'll write to you in English from now on.");

    public static Text CompanyChosen(string name) => new($"Bra, då gäller det {name}. Vad kan jag hjälpa till med?", $"Good, {name} it is. What can I help with?");

    public static Text Hello(string firstName) => firstName.Length == 0
        ? new("Hej! Vad kan jag hjälpa till med?", "Hi! What can I help with?")
        : new($"Hej {firstName}! Vad kan jag hjälpa till med?", $"Hi {firstName}! What can I help with?");
}
