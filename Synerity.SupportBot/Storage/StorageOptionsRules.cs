using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Storage;

/// <summary>What one annotation cannot say: which settings a provider needs.</summary>
internal sealed class StorageOptionsRules : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var broken = options.Provider switch
        {
            StorageProvider.Sqlite => Sqlite(options),
            StorageProvider.AzureTables => AzureTables(options),
            _ => "Storage:Provider must be Sqlite or AzureTables.",
        };
        return broken is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }

    private static string? Sqlite(StorageOptions options) => string.IsNullOrWhiteSpace(options.Path)
        ? "Storage:Path is empty: name the database file, such as data/supportbot.db, or set Storage:Provider to AzureTables."
        : null;

    private static string? AzureTables(StorageOptions options) => (string.IsNullOrWhiteSpace(options.ConnectionString), options.Endpoint) switch
    {
        (true, null) => "Storage:Provider is AzureTables, which needs Storage:Endpoint (managed identity) or Storage:ConnectionString: set one of them.",
        (false, not null) => "Storage:Endpoint and Storage:ConnectionString are both set: keep the one that is meant and remove the other.",
        (true, { } endpoint) when !endpoint.IsAbsoluteUri || endpoint.Scheme != Uri.UriSchemeHttps =>
            "Storage:Endpoint must be an https address, such as https://account.table.core.windows.net.",
        (false, null) when !Readable(options.ConnectionString!) =>
            "Storage:ConnectionString cannot be read: copy it whole from the storage account's access keys.",
        _ => null,
    };

    private static bool Readable(string connectionString)
    {
        try
        {
            return new TableServiceClient(connectionString).Uri.IsAbsoluteUri;
        }
        catch (SystemException) // of format, argument or operation, whichever part is wrong
        {
            return false;
        }
    }
}
