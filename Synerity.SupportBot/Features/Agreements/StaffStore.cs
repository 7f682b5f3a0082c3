using System.Text.Json.Serialization;
using System.Text.Json;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// The provider's staff, each a row of partition <c>provider</c>. Every change also rewrites the row <c>roster</c> by its tag, so that two
/// administrators who remove each other at the same moment cannot both succeed; the same row says that settings were taken once.
/// </summary>
public sealed class StaffStore(IRows rows)
{
    private const string Partition = "provider";
    private const string Roster = "roster";
    private const string Prefix = "staff|";
    private const int Attempts = 3;

    /// <summary>Null: never was staff.</summary>
    public async Task<StaffMember?> ReadAsync(Guid objectId, CancellationToken cancellation) =>
        await rows.ReadAsync(Partition, Key(objectId), cancellation) is { } row ? Member(row) : null;

    /// <summary>Everybody who is or was staff, in the order of their ids.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancellation)
    {
        var members = new List<StaffMember>();
        var from = Prefix;
        while (true)
        {
            var page = await rows.RangeAsync(Partition, from, Prefix + "|", 1000, cancellation);
            members.AddRange(page.Select(Member));
            if (page.Count < 1000) return members;
            from = page[^1].Key + "|";
        }
    }

    /// <summary>Takes the people of the settings, once in the life of a store: later settings add nobody and bring nobody back.</summary>
    /// <returns>False: the store had its staff already.</returns>
    public async Task<bool> SeedAsync(StaffOptions settings, CancellationToken cancellation)
    {
        if (await rows.ReadAsync(Partition, Roster, cancellation) is not null) return false;

        try
        {
            await rows.CommitAsync(Partition, [new RowWrite.Insert(Roster, "{}"), .. settings.Members().Select(Write)], cancellation);
            return true;
        }
        catch (ConflictException)
        {
            // Another instance started at the same moment and wrote the same people.
            return false;
        }
    }

    /// <summary>Adds or changes a member.</summary>
    /// <exception cref="ConflictException">Others kept changing staff at the same time.</exception>
    public async Task<StaffChange> SaveAsync(StaffMember member, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var roster = await rows.ReadAsync(Partition, Roster, cancellation);
            var others = (await AllAsync(cancellation)).Where(other => other.ObjectId != member.ObjectId);
            if (!others.Append(member).Any(one => one.May(StaffRoles.Administrator))) return StaffChange.LastAdministrator;

            RowWrite turn = roster is null ? new RowWrite.Insert(Roster, "{}") : new RowWrite.Replace(Roster, "{}", roster.Tag);
            try
            {
                await rows.CommitAsync(Partition, [turn, Write(member)], cancellation);
                return StaffChange.Saved;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
            }
        }
    }

    private static string Key(Guid objectId) => $"{Prefix}{objectId:D}";

    private static RowWrite Write(StaffMember member) => new RowWrite.Upsert(
        Key(member.ObjectId), JsonSerializer.Serialize(new StaffRow((int)member.Roles, member.IsActive), StaffRowContext.Default.StaffRow));

    private static StaffMember Member(Row row)
    {
        var stored = JsonSerializer.Deserialize(row.Data, StaffRowContext.Default.StaffRow)
            ?? throw new JsonException("A member's row holds null.");
        return new StaffMember(Guid.ParseExact(row.Key[Prefix.Length..], "D"), (StaffRoles)stored.Roles, stored.Active);
    }
}

internal sealed record StaffRow(int Roles, bool Active);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StaffRow))]
internal sealed partial class StaffRowContext : JsonSerializerContext;
