using System.Globalization;
using System.Text.Json.Serialization;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>Who is alerted when something is acute, and in which order. Weeks begin on Mondays in Sweden and are named by their Monday.</summary>
/// <param name="Order">The ordinary order; empty: nobody is on call.</param>
/// <param name="Rotates">Each Monday the first of the ordinary order goes to its end.</param>
/// <param name="From">The Monday whose order is the ordinary one as it stands.</param>
/// <param name="Weeks">Orders of single weeks, by their Monday as <c>yyyy-MM-dd</c>.</param>
public sealed record OnCallList(
    IReadOnlyList<PersonRef> Order, bool Rotates, DateOnly From, IReadOnlyDictionary<string, IReadOnlyList<PersonRef>> Weeks,
    PersonRef? ChangedBy = null, DateTimeOffset? ChangedAt = null)
{
    /// <summary>Most people in an order.</summary>
    public const int Most = 6;

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [JsonIgnore]
    public bool IsEmpty => Order.Count == 0 && Weeks.Count == 0;

    public static OnCallList Empty { get; } = new([], false, default, new Dictionary<string, IReadOnlyList<PersonRef>>());

    /// <summary>The Monday of the week that a moment lies in.</summary>
    public static DateOnly WeekOf(DateTimeOffset at) => MondayOf(Language.Formats.DateIn(at, Stockholm));

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static string NameOf(DateOnly monday) => monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True when the week has an order of its own.</summary>
    public bool IsSpecial(DateOnly monday) => Weeks.ContainsKey(NameOf(monday));

    public IReadOnlyList<PersonRef> In(DateOnly monday)
    {
        if (Weeks.TryGetValue(NameOf(monday), out var own)) return own;
        if (!Rotates || Order.Count < 2) return Order;
        var weeks = (monday.DayNumber - From.DayNumber) / 7;
        var first = ((weeks % Order.Count) + Order.Count) % Order.Count;
        return [.. Order.Skip(first), .. Order.Take(first)];
    }

    /// <summary>Another ordinary order, from this week on.</summary>
    public OnCallList Ordinary(IReadOnlyList<PersonRef> order, bool rotates, DateOnly thisWeek) => this with { Order = order, Rotates = rotates, From = thisWeek, Weeks = Since(thisWeek) };

    /// <summary>A week's own order; an empty one makes the week ordinary again. Weeks that are over are forgotten.</summary>
    public OnCallList Only(DateOnly monday, IReadOnlyList<PersonRef> order, DateOnly thisWeek)
    {
        var weeks = Since(thisWeek);
        if (order.Count > 0) weeks[NameOf(monday)] = order;
        else weeks.Remove(NameOf(monday));
        return this with { Weeks = weeks };
    }

    private Dictionary<string, IReadOnlyList<PersonRef>> Since(DateOnly thisWeek) =>
        Weeks.Where(week => string.CompareOrdinal(week.Key, NameOf(thisWeek)) >= 0).ToDictionary(week => week.Key, week => week.Value);
}

/// <summary>The list, one row of the provider's.</summary>
public sealed class OnCallStore(IRows rows)
{
    /// <summary>Where it is stored.</summary>
    public const string Partition = "provider";

    private const string Key = "oncall";

    /// <summary>Null: nobody has made one.</summary>
    public async Task<Stored<OnCallList>?> ReadAsync(CancellationToken cancellation) =>
        await rows.ReadAsync(Partition, Key, cancellation) is { } row ? StoredJson.Read<OnCallList>(row) : null;

    /// <summary>Conflicts when anybody else changed the list since it was read.</summary>
    public static RowWrite Write(Stored<OnCallList>? before, OnCallList after) => before is null
        ? new RowWrite.Insert(Key, StoredJson.Write(after))
        : new RowWrite.Replace(Key, StoredJson.Write(after), before.Tag);
}
