using Azure.Storage.Blobs;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Storage;

/// <summary>Against the real blob service of Azurite.</summary>
public sealed class BlobFilesTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    [Fact]
    public async Task A_container_keeps_replaces_and_deletes_and_is_closed_to_the_public()
    {
        var container = new BlobServiceClient(azurite.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04)).GetBlobContainerClient("supportbot-files");

        await FilesTests.KeepsAsync(new BlobFiles(container));

        Assert.Equal(Azure.Storage.Blobs.Models.PublicAccessType.None, (await container.GetAccessPolicyAsync()).Value.BlobPublicAccess);
    }
}
