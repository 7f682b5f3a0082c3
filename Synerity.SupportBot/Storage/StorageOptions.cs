using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Storage;

public enum StorageProvider
{
    Sqlite,
    AzureTables,
}

/// <summary>Where the rows are kept (section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>SQLite only: the file, relative to the working directory. Never on a network share.</summary>
    public string Path { get; set; } = "data/supportbot.db";

    /// <summary>Azure Tables with a key (test and emulator). One of this and <see cref="Endpoint"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Azure Tables with the host's managed identity, such as <c>https://account.table.core.windows.net</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Begins the name of the table: letters and digits, first a letter.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{0,40}$", ErrorMessage = "Storage:TablePrefix must be 1–41 letters and digits and begin with a letter.")]
    public string TablePrefix { get; set; } = "supportbot";
}
