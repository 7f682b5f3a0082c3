using System.Text.RegularExpressions;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>An answer that is written often, in both languages. Fields such as <c>{namn}</c> are filled in for the ticket at hand.</summary>
/// <param name="Id">12 hexadecimal digits.</param>
/// <param name="Name">For technicians, at most <see cref="Templates.MaxName"/> characters.</param>
public sealed record TextTemplate(string Id, string Name, string Swedish, string English)
{
    public string In(Tongue tongue) => tongue == Tongue.Swedish ? Swedish : English;
}

/// <summary>The provider's templates, each a row of partition <c>provider</c>. Reads, and makes the rows of commits.</summary>
public sealed partial class Templates(IRows rows)
{
    /// <summary>As many as fit in a choice beside the longest answer.</summary>
    public const int Most = 20;
    public const int MaxName = 30;
    public const int MaxWords = 1500;

    internal const string Partition = "provider";
    private const string Prefix = "template|";

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<TextTemplate>> AllAsync(CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(Partition, Prefix, RowKey.EndOf(Prefix), Most, cancellation)).Select(row => StoredJson.Read<TextTemplate>(row.Data)).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Null: there is none, or it never was an id.</summary>
    public async Task<Stored<TextTemplate>?> FindAsync(string id, CancellationToken cancellation) =>
        IsId(id) && await rows.ReadAsync(Partition, Prefix + id, cancellation) is { } row ? StoredJson.Read<TextTemplate>(row) : null;

    /// <summary>Conflicts when anybody else wrote it since it was read.</summary>
    public static RowWrite Write(Stored<TextTemplate>? before, TextTemplate template) => before is null
        ? new RowWrite.Insert(Prefix + template.Id, StoredJson.Write(template))
        : new RowWrite.Replace(Prefix + template.Id, StoredJson.Write(template), before.Tag);

    public static RowWrite Remove(Stored<TextTemplate> template) => new RowWrite.Delete(Prefix + template.Value.Id, template.Tag);

    /// <summary>Technicians write with them; administrators keep house.</summary>
    public static bool MayKeep(Caller caller) => caller is Staff staff && (staff.Roles & (StaffRoles.Technician | StaffRoles.Administrator)) != 0;

    internal static string NewId() => Guid.NewGuid().ToString("N")[..12];

    internal static bool IsId(string id) => IdShape().IsMatch(id);

    [GeneratedRegex(@"\A[0-9a-f]{12}\z")]
    private static partial Regex IdShape();
}

/// <summary>
/// What stands for the fields of a template. Filled in one pass, so what a person is called can never be a field itself; a field that is unknown,
/// or of which nothing is known, stays as it was written for the technician to see.
/// </summary>
internal static partial class TemplateFields
{
    public static string Fill(string template, Func<string, string?> valueOf) =>
        Field().Replace(template, field => valueOf(field.Groups[1].Value.Trim().ToLowerInvariant()) is { Length: > 0 } value ? value : field.Value);

    /// <summary>In the language that the customer reads.</summary>
    public static string Fill(TextTemplate template, TicketView view, Outbox.Person technician)
    {
        var reader = view.Requester?.Reader ?? new Reader(Tongue.Swedish, technician.Reader.Zone);
        return Fill(template.In(reader.Tongue), name => name switch
        {
            "namn" or "name" => view.Requester?.FirstName,
            "ärende" or "ticket" => view.Ticket.Key.ToString(),
            "tekniker" or "technician" => technician.Name,
            "svar senast" or "due" => view.Standing.DueAt is { } due ? Formats.Moment(due, view.Now, reader.Zone).In(reader.Tongue) : null,
            _ => null,
        });
    }

    [GeneratedRegex(@"\{([^{}\r\n]{1,30})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
