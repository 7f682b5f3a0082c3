using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when a ticket is shared with colleagues, and to those who follow it.</summary>
internal static class SharingTexts
{
    public static readonly Text Share = new("Dela med kollega", "Share with a colleague");
    public static readonly Text ShareNow = new("Dela", "Share");
    public static readonly Text Colleague = new("Kollega", "Colleague");
    public static readonly Text Address = new("Eller kollegans mejladress", "Or your colleague's e-mail address");
    public static readonly Text WhatTheyMay = new(
        "Kollegan ser ärendet, får svaren och kan kommentera. Bara du bestämmer om det är löst.",
        "Your colleague sees the ticket, gets the answers and can comment. Only you decide whether it is solved.");

    public static readonly Text ChooseOrWrite = new("Välj en kollega eller skriv en mejladress.", "Choose a colleague or write an e-mail address.");
    public static readonly Text OneAtATime = new("En i taget: välj en kollega eller skriv en mejladress.", "One at a time: choose a colleague or write an e-mail address.");
    public static readonly Text NotAnAddress = new("Det ser inte ut som en mejladress.", "That doesn't look like an e-mail address.");
    public static readonly Text ChooseWhom = new("Välj vem som inte ska följa längre.", "Choose who should no longer follow.");
    public static readonly Text StopSharing = new("Sluta dela", "Stop sharing");
    public static readonly Text StopSharingWith = new("Sluta dela med någon", "Stop sharing with somebody");
    public static readonly Text WhoNoLonger = new("Vem ska inte följa längre?", "Who should no longer follow?");
    public static readonly Text StopFollowing = new("Sluta följa", "Stop following");
    public static readonly Text NotForGuests = new(
        "Gäster kan inte dela ärenden. Be någon på företaget göra det.", "Guests can't share tickets. Ask somebody at the company to do it.");

    public static Text SharedWith(Text name, TicketKey key) => new($"{name.Swedish} följer {key} nu.", $"{name.English} follows {key} now.");

    public static Text InvitedTo(string address, TicketKey key) => new(
        $"Jag känner inte {address} än. När personen har skrivit till mig i Teams första gången delar jag {key}.",
        $"I don't know {address} yet. Once that person has written to me in Teams, I'll share {key}.");

    public static Text IsInvited(string address) => new($"{address} (har inte skrivit till mig än)", $"{address} (hasn't written to me yet)");

    public static Text NoLonger(Text name, TicketKey key) => new($"{name.Swedish} följer inte {key} längre.", $"{name.English} no longer follows {key}.");

    public static Text YouNoLonger(TicketKey key) => new($"Du följer inte {key} längre.", $"You no longer follow {key}.");

    public static Text SharesWithYou(Text name, TicketKey key) => new(
        $"{name.Swedish} har delat {key} med dig. Du får svaren här och kan kommentera.", $"{name.English} has shared {key} with you. You'll get the answers here and can comment.");

    public static Text FollowedBy(string names) => new($"Delas med {names}", $"Shared with {names}");

    public static Text AndMore(int more) => new($" och {more} till", $" and {more} more");

    public static readonly Text Followers = new("Följs av", "Followed by");

    public static Text NotYours(TicketKey key) => new(
        $"Du följer {key}. Det här avgör den som skapade ärendet, eller er kontakt.", $"You follow {key}. This is for whoever opened the ticket, or your contact, to decide.");

    public static Text HasSolved(Text name, TicketKey key) => new($"{name.Swedish} har löst {key}.", $"{name.English} has solved {key}.");

    public static Text TheySay(Text name) => new($"{name.Swedish} säger till om det fungerar.", $"{name.English} says whether it works.");

    public static Text WaitsFor(Text technician, Text requester, TicketKey key) => new(
        $"{technician.Swedish} väntar på svar från {requester.Swedish} på {key}.", $"{technician.English} is waiting for a reply from {requester.English} on {key}.");
}
