using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>How two tickets about the same thing become one.</summary>
public sealed partial record Ticket
{
    /// <summary>Of a ticket that is merged into another: a commit that moves them with all their cards stays within one batch.</summary>
    public const int MostMoved = 5;

    /// <summary>The key of the ticket that goes on in place of this one; null: none does.</summary>
    public TicketKey? MergedInto => Closed?.Into is { } key && TicketKey.TryParse(key, out var into) ? into : null;

    /// <summary>It goes on as another ticket, and is closed for good. Merging into what is closed is refused, so nothing goes round in circles.</summary>
    public Step MergeInto(Ticket other, PersonRef technician, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        if (other.State == TicketState.Closed) return new Step.No(Refusal.OtherIsClosed);
        if (other.Key == Key) return new Step.No(Refusal.IsTheSame);
        if (other.Key.Customer != Key.Customer) return new Step.No(Refusal.OtherCustomer);
        if (Followers.Count > MostMoved || Newcomers(other).Count + other.Followers.Count > MostFollowers) return new Step.No(Refusal.TooManyToMerge);
        var closed = Close(ClosedHow.Merged, technician, now);
        var done = (closed with { Closed = closed.Closed! with { Into = other.Key.ToString() } }).With(EntryKind.MergedInto, technician, now);
        return done with { Entry = done.Entry with { Other = other.Key.ToString() } };
    }

    /// <summary>Another ticket goes on as this one: whoever heard of that hears of this.</summary>
    public Step Absorb(Ticket merged, PersonRef technician, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        var done = (this with { Followers = [.. Followers, .. merged.Newcomers(this)] }).With(EntryKind.Absorbed, technician, now);
        return done with { Entry = done.Entry with { Other = merged.Key.ToString() } };
    }

    private List<PersonRef> Newcomers(Ticket to) => [.. Followers.Prepend(Requester).Where(person => person != to.Requester && !to.Followers.Contains(person)).Distinct()];
}
