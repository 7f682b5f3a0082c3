using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What a customer is promised about a ticket that is opened now.</summary>
public sealed class NewPromise(CustomerStore customers, PromiseClock clock)
{
    /// <summary>Null: no agreement holds today.</summary>
    public async Task<Promise?> ForAsync(CustomerKey key, DateTimeOffset now, CancellationToken cancellation) =>
        (await customers.ReadAsync(key, cancellation))?.AgreementOn(Agreement.DayOf(now)) is { } agreement
            ? Of(agreement)
            : null;

    /// <summary>As an agreement promises it.</summary>
    public static Promise Of(Agreement agreement) => new(agreement.Tier, agreement.ResponseBudget, agreement.Custom?.Calendar?.GetRawText());

    /// <summary>When the first answer to a ticket that is received then is due; null without a guarantee.</summary>
    public DateTimeOffset? DueOf(Promise promise, DateTimeOffset received) => clock.DueOf(promise, received);

    /// <summary>What a ticket of that tier should have been promised: by the customer's agreement where it is of that tier, else by the sheet.</summary>
    public async Task<Promise> CorrectedAsync(Ticket ticket, Tier tier, CancellationToken cancellation)
    {
        var own = (await customers.ReadAsync(ticket.Key.Customer, cancellation))?.AgreementOn(Agreement.DayOf(ticket.ReceivedAt));
        return own?.Tier == tier
            ? new Promise(tier, own.ResponseBudget, own.Custom?.Calendar?.GetRawText())
            : new Promise(tier, new Agreement(tier).ResponseBudget, ticket.Promise.Calendar);
    }

    /// <summary>When the first answer is due by that promise, as the ticket stands; null without a guarantee.</summary>
    public DateTimeOffset? DueOf(Ticket ticket, Promise promise, DateTimeOffset now) => clock.Of(ticket, promise).At(now).DueAt;

    /// <summary>The wake-up with which the watch over the promise begins.</summary>
    public IEnumerable<Effect> FirstWake(Ticket opened) => SlaWatch.FirstWake(opened, clock);
}
