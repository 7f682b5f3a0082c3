using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Links with which technicians open files, <c>GET /files/{token}</c>. The token says which file and until when, and is signed (HMAC-SHA256) with
/// a key that the store makes for itself: nobody can guess or lengthen one, none has to be kept, and what was deleted is simply not there.
/// </summary>
public sealed class FileLinks(IRows rows, TicketStore tickets, IOptions<FilesOptions> options, TimeProvider clock)
{
    private const int DaysGood = 7;
    private const string KeyRow = "file-links";
    private byte[]? _key;

    /// <summary>Null: it is not known where technicians reach this bot.</summary>
    public async Task<Uri?> OfAsync(TicketKey key, TicketFile file, CancellationToken cancellation)
    {
        if (options.Value.PublicUrl is not { } home) return null;
        var day = DayOf(clock.GetUtcNow()) + DaysGood;
        var says = string.Create(CultureInfo.InvariantCulture, $"{key}.{file.Id}.{day}");
        return new Uri(home, $"/files/{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(says))}.{Base64Url.EncodeToString(Sign(await KeyAsync(cancellation), says))}");
    }

    /// <summary>The file a token opens now; null for one that is forged, over, or of a file that is gone.</summary>
    public async Task<(TicketKey Ticket, TicketFile File)?> OpenedByAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > 400 || token.Split('.') is not [var said, var signed] || !Base64Url.IsValid(said) || !Base64Url.IsValid(signed)) return null;
        var says = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(said));
        var right = Sign(await KeyAsync(cancellation), says);
        if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signed), right)) return null;
        if (says.Split('.') is not [var ticket, var file, var until] || !TicketKey.TryParse(ticket, out var key)) return null;
        if (!int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || DayOf(clock.GetUtcNow()) >= day) return null;
        return (await tickets.ReadAsync(key, cancellation))?.Value.Files.FirstOrDefault(one => one.Id == file && one.Type is not null) is { } found ? (key, found) : null;
    }

    private static int DayOf(DateTimeOffset now) => (int)(now.ToUnixTimeSeconds() / 86_400);

    private static byte[] Sign(byte[] key, string says) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(says));

    private async Task<byte[]> KeyAsync(CancellationToken cancellation)
    {
        while (_key is null)
        {
            if (await rows.ReadAsync(AddressBook.ChannelPartition, KeyRow, cancellation) is { } row)
            {
                _key = Convert.FromBase64String(StoredJson.Read<string>(row.Data));
                continue;
            }

            try
            {
                var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
                await rows.CommitAsync(AddressBook.ChannelPartition, [new RowWrite.Insert(KeyRow, StoredJson.Write(made))], cancellation);
            }
            catch (ConflictException)
            {
                // Another instance was faster: its key counts.
            }
        }

        return _key;
    }
}

/// <summary><c>GET /files/{token}</c>: bytes of strangers, so they are only ever saved or drawn, never run (platform facts §9.4).</summary>
public static class FileRoute
{
    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{token}", GetAsync).AllowAnonymous();

    private static async Task<IResult> GetAsync(string token, FileLinks links, IFiles files, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
        headers["Referrer-Policy"] = "no-referrer";
        if (await links.OpenedByAsync(token, http.RequestAborted) is not var (ticket, file)) return Results.NotFound();
        if (await files.OpenAsync(FileKeeping.NameOf(ticket, file.Id), http.RequestAborted) is not { } bytes) return Results.NotFound();
        var name = file.Name.Length > 0 ? file.Name : $"{ticket}{FileTypes.Clean("x", file.Type)[1..]}";
        return Results.File(bytes, file.Type, name);
    }
}
