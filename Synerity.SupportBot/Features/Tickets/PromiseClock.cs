using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Counts a ticket's promise in the calendar it was made in.</summary>
public sealed class PromiseClock(WorkingHours standard, IOptions<SlaOptions> options)
{
    private readonly ConcurrentDictionary<string, WorkingHours> _own = new(StringComparer.Ordinal);

    public WorkingHours HoursOf(Promise promise)
    {
        if (promise.Calendar is not { } calendar) return standard;
        if (_own.Count > 1000) _own.Clear();
        return _own.GetOrAdd(calendar, json => new WorkingHours(CalendarJson.Parse(JsonElement.Parse(json))));
    }

    public SlaClock Of(Ticket ticket) => Of(ticket, ticket.Promise);

    /// <summary>The clock as it would stand if that had been promised from the beginning.</summary>
    public SlaClock Of(Ticket ticket, Promise promise) => new(
        HoursOf(promise), Faster(ticket, promise, SlaTarget.Corrected(ticket.ReceivedAt, (long?)promise.Budget?.TotalSeconds)), ticket.PausedTimes, ticket.Answered?.At);

    /// <summary>An alarm may have brought a faster promise; what was answered before it never moves.</summary>
    private SlaTarget Faster(Ticket ticket, Promise promise, SlaTarget target) =>
        ticket.Acute?.Target is { } faster && !(ticket.Answered?.At < faster.From)
            ? target.AfterTierChange((long)faster.Within.TotalSeconds, faster.From, HoursOf(promise), ticket.PausedTimes)
            : target;

    /// <summary>When the first answer to a ticket that is received then will be due; null without a guarantee.</summary>
    public DateTimeOffset? DueOf(Promise promise, DateTimeOffset received) =>
        new SlaClock(HoursOf(promise), new SlaTarget(received, (long?)promise.Budget?.TotalSeconds), [], RespondedAt: null).At(received).DueAt;

    /// <summary>Every warning level of the ticket and when it is reached, in order; empty without a guarantee.</summary>
    public IReadOnlyList<(int Percent, DateTimeOffset At)> Warnings(Ticket ticket, DateTimeOffset now)
    {
        var clock = Of(ticket);
        return [.. options.Value.Levels.Select(percent => (percent, At: clock.Reaches(percent, now))).Where(level => level.At is not null).Select(level => (level.percent, level.At!.Value))];
    }
}
