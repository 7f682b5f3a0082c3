using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Synerity.SupportBot.Storage;

/// <summary>Bytes of files, by a name of ours: <c>NORD/17/0123…</c>. Never by a name that somebody gave.</summary>
public interface IFiles
{
    /// <summary>Keeps the bytes; the same name again replaces them.</summary>
    Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Null: there are none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>No fault when there are none.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);
}

/// <summary>In a folder of this machine. A file appears whole or not at all.</summary>
public sealed class DiskFiles(string folder) : IFiles
{
    public async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancellation);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(name)) ? new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null);

    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        if (File.Exists(PathOf(name))) File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    private string PathOf(string name) => name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '/') && !name.Contains("//", StringComparison.Ordinal)
        ? Path.Combine(Path.GetFullPath(folder), name.TrimStart('/'))
        : throw new ArgumentException("Names of files are letters, digits and slashes.", nameof(name));
}

/// <summary>In Azure Blob Storage, for any number of instances. The container is made when it is first needed, closed to the public.</summary>
public sealed class BlobFiles(BlobContainerClient container) : IFiles
{
    public async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellation);
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (Azure.RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
        catch (Azure.RequestFailedException gone) when (gone.Status == 404)
        {
            // Nor the container: nothing was ever kept.
        }
    }

    internal static BlobContainerClient Container(FilesOptions options) => options.Endpoint is { } endpoint
        ? new BlobServiceClient(endpoint, new DefaultAzureCredential()).GetBlobContainerClient(options.Container)
        : new BlobServiceClient(options.ConnectionString).GetBlobContainerClient(options.Container);
}
