using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>What is said about contacts and guests, and in tenants of several companies.</summary>
internal static class ContactTexts
{
    public static readonly Text GuestsNotAllowed = new(
        "Hej! Företaget som du är gäst hos har valt att bara egna medarbetare använder supporten här. Be någon av dem fråga åt dig.",
        "Hi! The company you are a guest of has chosen that only its own people use support here. Ask one of them to ask for you.");

    public static readonly Text Confirm = new("Bekräfta", "Confirm");
    public static readonly Text StaffOnly = new("Det kan bara en tekniker eller administratör göra.", "Only a technician or an administrator can do that.");
    public static readonly Text NoLonger = new("Adressen väntar inte på någon längre.", "That address is no longer waiting for anybody.");
    public static readonly Text CheckFirst = new(
        "Är det rätt person? En kontakt ser kundens alla ärenden och priser.", "Is it the right person? A contact sees all the customer's tickets and prices.");

    public static readonly Text PickOrWrite = new("Välj i listan eller skriv bolagets namn.", "Pick from the list or write the company's name.");
    public static readonly Text Company = new("Bolag", "Company");
    public static readonly Text Choose = new("Välj", "Choose");

    public static Text Seen(Text name, string company) => new(
        $"{name.Swedish} har hört av sig och kan vara kontakt för {company}", $"{name.English} got in touch and may be a contact of {company}");

    public static Text Confirmed(Text name, string company) => new($"{name.Swedish} är kontakt för {company}", $"{name.English} is a contact of {company}");

    public static Text YouAreContact(string company) => new(
        $"Nu är du kontakt för {company} hos oss. Du ser alla era ärenden: skriv ärendets nummer så visar jag det.",
        $"You are now a contact of {company} with us. You can see all your company's tickets: write a ticket's number and I'll show it.");

    public static Text CompanyIs(string name) => new($"Bra, då gäller det {name}.", $"Good, {name} it is.");
}
