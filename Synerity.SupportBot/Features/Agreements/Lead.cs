using System.Globalization;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>What somebody without an agreement said, for staff to follow up.</summary>
/// <param name="Company">As the person wrote it; null before they told.</param>
/// <param name="Customer">The customer's key where the agreement has ended.</param>
public sealed record Lead(PersonRef Person, string Words, DateTimeOffset At, string? Company = null, string? Customer = null);

/// <summary>Leads, in the partition of the tenant nobody knows; at most 50 a day are kept.</summary>
public sealed class LeadStore(IRows rows)
{
    private const int MostADay = 50;
    private const int DaysBack = 14;

    public static string Partition(string tenantId) => $"unknown|{tenantId}";

    public async Task<Lead?> ReadAsync(string partition, string key, CancellationToken cancellation) =>
        await rows.ReadAsync(partition, key, cancellation) is { } row ? StoredJson.Read<Lead>(row.Data) : null;

    /// <summary>The newest thing the person said before they told who they are, the last two weeks.</summary>
    public async Task<Lead?> LatestAsync(string tenantId, PersonRef person, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var back = 0; back < DaysBack; back++)
        {
            var day = DayPrefix(now.AddDays(-back));
            var said = (await rows.RangeAsync(Partition(tenantId), day, RowKey.EndOf(day), MostADay, cancellation))
                .Select(row => StoredJson.Read<Lead>(row.Data)).LastOrDefault(lead => lead.Person == person);
            if (said is not null) return said;
        }

        return null;
    }

    public async Task<bool> HasRoomAsync(string tenantId, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = DayPrefix(now);
        return (await rows.RangeAsync(Partition(tenantId), day, RowKey.EndOf(day), MostADay, cancellation)).Count < MostADay;
    }

    /// <summary>True when staff have been told about the tenant today.</summary>
    public async Task<bool> ToldTodayAsync(string tenantId, DateTimeOffset now, CancellationToken cancellation) =>
        await rows.ReadAsync(Partition(tenantId), ToldKey(now), cancellation) is not null;

    public static (string Key, RowWrite Write) Write(Lead lead)
    {
        var key = $"{DayPrefix(lead.At)}{RowKey.Ticks(lead.At)}|{lead.Person.Id}";
        return (key, new RowWrite.Insert(key, StoredJson.Write(lead)));
    }

    public static RowWrite Told(DateTimeOffset now) => new RowWrite.Insert(ToldKey(now), StoredJson.Write(now));

    private static string DayPrefix(DateTimeOffset at) => $"lead|{Day(at)}|";

    private static string ToldKey(DateTimeOffset at) => $"told|{Day(at)}";

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>A lead as staff read it.</summary>
public sealed class LeadCard(LeadStore leads, AddressBook people) : ICardSource
{
    private const string SourceKind = "lead";
    private const int MostInSummary = 200;

    public string Kind => SourceKind;

    public static Send Tell(string tenantId, string key) => new(new ToChannel(ToChannel.Tickets), new Content(SourceKind, tenantId, key));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await leads.ReadAsync(LeadStore.Partition(content.Subject), content.Detail!, cancellation) is not { } lead) return null;
        var tongue = recipient.Reader.Tongue;
        var name = (await people.FindAsync(lead.Person, cancellation))?.Name ?? AgreementTexts.Somebody.In(tongue);
        var title = (lead.Customer is { } customer ? AgreementTexts.LeadWithoutAgreement(customer) : AgreementTexts.LeadFromUnknown).In(tongue);
        var facts = new List<Element> { Literal.Pair(AgreementTexts.LeadName.In(tongue), name) };
        if (lead.Company is { } company) facts.Add(Literal.Pair(AgreementTexts.LeadCompany.In(tongue), company));
        facts.Add(Literal.Pair(AgreementTexts.LeadTenant.In(tongue), content.Subject));
        return new Rendered(
            Shorten.To(MostInSummary, $"{title} · {name}: {lead.Words}"),
            new AdaptiveCard(
                [
                    new TextBlock(title) { Weight = TextWeight.Bolder, Size = TextSize.Medium },
                    .. facts,
                    new Container([.. Literal.Lines(lead.Words, italic: true)]) { Style = ContainerStyle.Emphasis },
                ],
                Lang: recipient.Reader.Lang()),
            Alert: true);
    }
}
