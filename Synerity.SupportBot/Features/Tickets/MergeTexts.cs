using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when two tickets become one.</summary>
internal static class MergeTexts
{
    public static readonly Text Merge = new("Slå ihop", "Merge");
    public static readonly Text Into = new("Med vilket ärende?", "With which ticket?");
    public static readonly Text IntoHint = new("Till exempel NORD-17. Det ärendet fortsätter.", "For example NORD-17. That ticket goes on.");
    public static readonly Text KeyMissing = new("Skriv ärendets nummer, till exempel NORD-17.", "Write the ticket's number, for example NORD-17.");
    public static readonly Text Itself = new("Det är samma ärende.", "That is the same ticket.");
    public static readonly Text OtherCustomer = new("Det ärendet är en annan kunds.", "That ticket belongs to another customer.");
    public static readonly Text OtherClosed = new("Det ärendet är stängt. Slå ihop åt andra hållet, eller öppna det igen först.", "That ticket is closed. Merge the other way round, or have it reopened first.");
    public static readonly Text TooMany = new("För många kollegor följer ärendena för att slå ihop dem.", "Too many colleagues follow the tickets to merge them.");

    public static Text WhatHappens(Text name, TicketKey key) => new(
        $"{key} stängs. {name.Swedish} får veta det och får se och följa det andra ärendet.", $"{key} is closed. {name.English} is told and gets to see and follow the other ticket.");

    public static Text Merged(TicketKey key, string into) => new($"{key} är ihopslaget med {into}.", $"{key} is merged with {into}.");

    public static Text MergedAt(string into, Text when) => new($"Ihopslaget med {into} {when.Swedish}", $"Merged with {into} {when.English}");

    public static Text ToldCustomer(TicketKey key, string into) => new(
        $"{key} gäller samma sak som {into}, så vi har slagit ihop dem. Svaret kommer på {into}, och det du skriver hamnar där.",
        $"{key} is about the same thing as {into}, so we have merged them. The answer comes on {into}, and what you write ends up there.");

    public static Text ToldColleague(Text name, string merged, TicketKey key) => new(
        $"{name.Swedish} har slagit ihop {merged} med {key}.", $"{name.English} has merged {merged} with {key}.");

    public static Text Show(string into) => new($"Visa {into}", $"Show {into}");

    public static Text Status(TicketKey key, string into) => new($"{key} är ihopslaget med {into}.", $"{key} is merged with {into}.");
}
