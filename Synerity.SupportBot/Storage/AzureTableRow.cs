using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Synerity.SupportBot.Storage;

/// <summary>How a row lies in the table.</summary>
internal static class AzureTableRow
{
    /// <summary>The commit that wrote the row last.</summary>
    public const string Commit = "Commit";

    /// <summary>UTF-8 as bytes, because a text property ends at 32 K characters.</summary>
    private const string Data = "Data";

    public static Row Read(TableEntity entity) => new(entity.RowKey, Encoding.UTF8.GetString(entity.GetBinary(Data)), entity.ETag.ToString());

    public static TableTransactionAction Write(string partition, RowWrite write, string commit)
    {
        return write switch
        {
            RowWrite.Insert insert => new(TableTransactionActionType.Add, With(insert.Data)),
            RowWrite.Upsert upsert => new(TableTransactionActionType.UpsertReplace, With(upsert.Data)),
            RowWrite.Replace replace => new(TableTransactionActionType.UpdateReplace, With(replace.Data), new ETag(replace.Tag)),
            RowWrite.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), delete.Tag is { } tag ? new ETag(tag) : ETag.All),
            _ => throw new ArgumentException($"Unknown operation {write.GetType().Name}.", nameof(write)),
        };

        TableEntity With(string data) => new(partition, write.Key) { [Data] = Encoding.UTF8.GetBytes(data), [Commit] = commit };
    }

    /// <summary>Azure answers 400 to a tag of another form, which to a caller is simply one that does not match.</summary>
    public static bool IsTag(string tag) => tag.StartsWith("W/\"", StringComparison.Ordinal) && tag.EndsWith('"');
}
