using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>Which forms have been used.</summary>
public sealed class Forms(IRows rows)
{
    /// <summary>What the form led to; null when it has not been used.</summary>
    public async Task<string?> OutcomeOfAsync(string partition, FormStamp stamp, PersonRef by, CancellationToken cancellation) =>
        stamp.IsWellFormed && await rows.ReadAsync(partition, stamp.Key(by), cancellation) is { } row ? StoredJson.Read<string>(row.Data) : null;
}
