using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// Reads <c>Customers:ImportPath</c> into a store without customers, before the host takes requests. A run that was cut off is taken up at
/// the next start; afterwards the file is never read again by itself.
/// </summary>
public sealed partial class ImportAtStart(
    ImportCustomers import, CustomerStore customers, IOptions<CustomersOptions> options, ILogger<ImportAtStart> logger) : IHostedService
{
    /// <exception cref="InvalidOperationException">The file cannot be read or has errors; the message lists all of them.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.ImportPath) || !await customers.NeedsFirstImportAsync(cancellationToken)) return;

        var file = await ReadAsync(options.Value.ImportPath, cancellationToken);
        await customers.BeginFirstImportAsync(cancellationToken);
        var result = await import.RunAsync(file, cancellationToken);
        await customers.EndFirstImportAsync(cancellationToken);
        if (result.Errors.Count > 0)
        {
            throw new InvalidOperationException(
                $"Customers:ImportPath names {options.Value.ImportPath}, which was not taken; mend it and start again:\n{string.Join('\n', result.Errors)}");
        }

        Log.Imported(logger, result.Created.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"Customers:ImportPath names {path}, which cannot be read; name a readable file or remove the setting.", fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Took {Count} customers from Customers:ImportPath.")]
        public static partial void Imported(ILogger logger, int count);
    }
}
