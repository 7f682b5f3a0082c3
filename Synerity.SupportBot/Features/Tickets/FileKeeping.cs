using Microsoft.Extensions.Options;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Fetches a file, looks at what it is, and keeps it or says why not; deletes the bytes of one that was taken off its ticket.</summary>
public sealed partial class FileKeeping(FileDownloads downloads, IFiles files, FileRows rows, IOptions<FilesOptions> options, ILogger<FileKeeping> logger)
{
    private const int MostAttempts = 4;

    public static string OrderKey(TicketKey key, string file) => FileRows.OrderKey(key, file);

    /// <summary>The name of a file's bytes.</summary>
    public static string NameOf(TicketKey key, string file) => $"{key.Customer}/{key.Number}/{file}";

    public async Task<bool> HasWorkAsync(TicketKey key, string file, CancellationToken cancellation) => await rows.HasWorkAsync(key, file, cancellation);

    internal RowWrite Look(string subject) => rows.Look(subject);

    /// <summary>Never throws for what is somebody else's fault; what failed of ours is tried again at the next wake-up.</summary>
    public async Task WorkAsync(TicketKey key, string file, CancellationToken cancellation)
    {
        try
        {
            if (await rows.TicketFileAsync(key, file, cancellation) is null)
            {
                await files.DeleteAsync(NameOf(key, file), cancellation);
                await rows.ForgetAsync(key, file, cancellation);
                return;
            }

            if (await rows.OrderAsync(key, file, cancellation) is { } order) await FetchAsync(key, file, order, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, key.ToString(), file, fault);
        }
    }

    private async Task FetchAsync(TicketKey key, string file, FileOrder order, CancellationToken cancellation)
    {
        switch (await downloads.FetchAsync(order.Sent.Address, order.Sent.FromConnector, options.Value.MostBytes, cancellation))
        {
            case Download.Got { Bytes: var bytes } when FileTypes.Of(bytes.Span, order.Sent.Name, options.Value.Video) is { } type:
                await files.PutAsync(NameOf(key, file), bytes, cancellation);
                await rows.KeepAsync(key, file, FileTypes.Clean(order.Sent.Name, type), type, bytes.Length, cancellation);
                return;
            case Download.Got:
                await rows.RefuseAsync(key, file, "type", cancellation);
                return;
            case Download.TooBig:
                await rows.RefuseAsync(key, file, "size", cancellation);
                return;
            case Download.Failed when order.Attempts + 1 < MostAttempts:
                await rows.AgainAsync(key, file, order with { Attempts = order.Attempts + 1 }, cancellation);
                return;
            default:
                await rows.RefuseAsync(key, file, "away", cancellation);
                return;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4010, LogLevel.Error, "File {File} of {Ticket} could not be kept and will be tried again.")]
        public static partial void Failed(ILogger logger, string ticket, string file, Exception fault);
    }
}
