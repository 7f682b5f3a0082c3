using System.Globalization;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The rows by which a ticket stands in its lists. Pure.</summary>
internal static class TicketListing
{
    public const string Queue = "queue";

    /// <summary>Words that every ticket has one of, so that a search for open ones need not read all the others.</summary>
    public const string IsOpen = "isopen";
    public const string IsClosed = "isclosed";

    /// <summary>What changes in the lists and in the words it is found by, from one state to the next.</summary>
    public static IEnumerable<RowWrite> Moves(Ticket? before, Ticket after)
    {
        var (was, now) = (before is null ? new HashSet<(bool Queue, string Key)>() : Places(before), Places(after));
        foreach (var (queue, key) in was.Except(now)) yield return queue ? new RowWrite.Listed(Queue, key, null) : new RowWrite.Delete(key);
        foreach (var (queue, key) in now.Except(was))
        {
            var data = StoredJson.Write(after.Key.ToString());
            yield return queue ? new RowWrite.Listed(Queue, key, data) : new RowWrite.Upsert(key, data);
        }

        var (said, says) = (before is null ? null : WordsOf(before), WordsOf(after));
        if (!says.Equals(said)) yield return new RowWrite.Found(TicketStore.RowKeyOf(after.Key), after.ReceivedAt, said, says);
    }

    /// <summary>Null: not a ticket's row.</summary>
    public static TicketKey? KeyOf(string partition, string row) =>
        TicketKey.TryParse($"{partition[(partition.IndexOf('|', StringComparison.Ordinal) + 1)..]}-{row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..].TrimStart('0')}", out var key) ? key : null;

    public static string OfPerson(PersonRef person, TicketFilter filter) => $"x|r|{person.Id}|{Letter(filter)}|";

    public static string OfAll(TicketFilter filter) => $"x|a|{Letter(filter)}|";

    public static string QueuePrefix(QueuePart part) => part switch
    {
        QueuePart.Untaken => "free|",
        QueuePart.Of { Technician: var technician } => $"of|{technician.Id}|",
        QueuePart.OfCustomer => "x|q|",
        _ => "all|",
    };

    public static bool Belongs(Ticket ticket, TicketFilter filter) => (ticket.State == TicketState.Closed) == (filter == TicketFilter.Closed);

    /// <summary>In whose list of tickets it stands.</summary>
    public static IReadOnlyList<PersonRef> PeopleOf(Ticket ticket) => [ticket.Requester, .. ticket.Followers];

    /// <summary>Where it stands: in the provider's queue, or in a list of its customer.</summary>
    public static IReadOnlySet<(bool Queue, string Key)> Places(Ticket ticket)
    {
        var filter = ticket.State == TicketState.Closed ? TicketFilter.Closed : TicketFilter.Open;
        var newest = (9_999_999_999 - ticket.Key.Number).ToString("D10", CultureInfo.InvariantCulture);
        HashSet<(bool, string)> places = [(false, OfAll(filter) + newest), .. PeopleOf(ticket).Select(person => (false, OfPerson(person, filter) + newest))];
        if (!ticket.IsOpen) return places;
        var place = $"{(int)RankOf(ticket)}|{RowKey.Ticks(ticket.DueAt ?? ticket.Since)}|{ticket.Key}";
        places.Add((false, QueuePrefix(new QueuePart.OfCustomer(ticket.Key.Customer)) + place));
        places.Add((true, QueuePrefix(new QueuePart.Everything()) + place));
        places.Add((true, QueuePrefix(ticket.Assignee is { } technician ? new QueuePart.Of(technician) : new QueuePart.Untaken()) + place));
        return places;
    }

    private static Rank RankOf(Ticket ticket) => ticket switch
    {
        { IsAcute: true } => Rank.Acute,
        { State: TicketState.WaitingForCustomer or TicketState.Solved } or { Paused: not null } => Rank.WaitsForOthers,
        { DueAt: not null } => Rank.Due,
        { State: TicketState.WaitingForVendor } => Rank.WaitsForOthers,
        _ => Rank.WaitsForSupport,
    };

    /// <summary>What people find it by: what the customer wrote and how it was solved, never what colleagues told each other.</summary>
    public static RowWords WordsOf(Ticket ticket)
    {
        var solution = ticket.LastResolution is { } how ? $"{how.Cause} {how.Action}" : "";
        return new RowWords(ticket.Key.Customer.Value, RowWords.Of($"{(ticket.State == TicketState.Closed ? IsClosed : IsOpen)} {ticket.Key} {ticket.Title} {ticket.Request.What} {solution}"));
    }

    private static char Letter(TicketFilter filter) => filter == TicketFilter.Closed ? 'z' : 'o';

    /// <summary>In the order of the queue.</summary>
    private enum Rank
    {
        Acute,
        Due,
        WaitsForSupport,
        WaitsForOthers,
    }
}
