using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>What may be done with recordings, by the agreement's own entry for it, and what adding one leads to.</summary>
public sealed class RecordingRules(CustomerStore customers, IOptions<RecordingsOptions> options)
{
    public RecordingsOptions Options => options.Value;

    /// <summary>Whether recordings are in use here at all.</summary>
    public bool AreTaken => options.Value.AllowedHosts.Count > 0;

    /// <summary>Entry 6 of the agreement, <c>video-troubleshooting</c>, as it holds today.</summary>
    public async Task<bool> IncludesAsync(CustomerKey customer, DateTimeOffset now, CancellationToken cancellation) =>
        Includes(await customers.ReadAsync(customer, cancellation), now);

    internal static bool Includes(Customer? customer, DateTimeOffset now) =>
        customer?.AgreementOn(Agreement.DayOf(now))?.Includes(Entitlement.VideoTroubleshooting) == true;

    /// <summary>Why a link is not taken, and what is; null: it may be.</summary>
    public Text? WhyNot(string link) => LinkCheck.Fault(link, options.Value.AllowedHosts) is { } why
        ? RecordingTexts.Refused(why) + RecordingTexts.Accepted(string.Join(", ", options.Value.AllowedHosts.Take(5)))
        : null;

    /// <summary>What adding a link that was found good leads to.</summary>
    public static Outcome Decide(Turn turn, Stored<Ticket> stored, string link, string? words, IReadOnlyList<RowWrite> more)
    {
        var key = stored.Value.Key;
        var step = stored.Value.AddRecording(turn.Person.Ref, link, words, turn.Now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician));
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), .. more],
            [.. ToTechnicians(done.Ticket, RecordingNews.Of(RecordingNews.Added, key, done.Entry.Number)), .. LiveCards.Of(done.Ticket)],
            new Reply { Told = RecordingNews.Of(RecordingNews.Receipt, key, done.Entry.Number) }));
    }

    /// <summary>The ticket's thread, and whoever has it.</summary>
    internal static IEnumerable<Effect> ToTechnicians(Ticket ticket, Content what)
    {
        yield return new Send(new ToChannel(DeskCard.Channel, DeskCard.Of(ticket.Key)), what);
        if (ticket.Assignee is { } technician) yield return new Send(new ToPerson(technician), what);
    }
}
