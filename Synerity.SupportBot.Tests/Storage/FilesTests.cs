using System.Net;
using CsCheck;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public sealed class FilesTests
{
    private static readonly FileHosts Hosts = new(["*.sharepoint.com", "files.example.com", "localhost:3978"]);

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/x?tempauth=1", true)]
    [InlineData("https://files.example.com/a", true)]
    [InlineData("http://localhost:3978/a", true)]
    [InlineData("http://localhost:3979/a", false)]
    [InlineData("https://sharepoint.com/a", false)]
    [InlineData("https://evilsharepoint.com/a", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/a", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/a", false)]
    [InlineData("https://contoso.sharepoint.com:8443/a", false)]
    [InlineData("http://contoso.sharepoint.com/a", false)]
    [InlineData("https://a.files.example.com/a", false)]
    [InlineData("https://files.example.com./a", false)]
    [InlineData("https://10.0.0.1/a", false)]
    [InlineData("https://[::1]/a", false)]
    [InlineData("https://evil.example\\.sharepoint.com/", false)]
    [InlineData("ftp://files.example.com/a", false)]
    [InlineData("nothing", false)]
    public void A_file_is_fetched_from_hosts_on_the_list_alone(string address, bool allowed) => Assert.Equal(allowed, Hosts.Allows(address, out _));

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("13.107.136.10", true)]
    [InlineData("2620:1ec:8f8::10", true)]
    public void Private_networks_are_not_connected_to(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    /// <summary>Whatever a file is called, its name says no more than a name: no folder, no control, nothing that turns text around.</summary>
    [Fact]
    public void Names_are_made_fit_to_be_shown_and_saved() => Gen.String.Sample(name =>
    {
        var clean = FileTypes.Clean(name, "image/png");

        Assert.DoesNotContain(clean, sign => sign is '/' or '\\' or '\u202E' or '"' or ':' || char.IsControl(sign));
        Assert.InRange(clean.Length, 0, 80);
        Assert.True(clean.Length == 0 || clean.EndsWith(".png", StringComparison.OrdinalIgnoreCase), clean);
        Assert.Equal(clean, FileTypes.Clean(clean, "image/png"));
    });

    [Fact]
    public async Task A_folder_keeps_replaces_and_deletes()
    {
        var folder = Directory.CreateTempSubdirectory("supportbot-files-").FullName;
        try
        {
            await KeepsAsync(new DiskFiles(folder));
            await Assert.ThrowsAsync<ArgumentException>(() => new DiskFiles(folder).PutAsync("../out", new byte[1], default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same for each of the two.</summary>
    internal static async Task KeepsAsync(IFiles files)
    {
        await files.DeleteAsync("NORD/1/aa", default);
        Assert.Null(await files.OpenAsync("NORD/1/aa", default));
        await files.PutAsync("NORD/1/aa", "first"u8.ToArray(), default);
        await files.PutAsync("NORD/1/aa", "second"u8.ToArray(), default);
        await using (var opened = (await files.OpenAsync("NORD/1/aa", default))!)
        {
            using var reader = new StreamReader(opened);
            Assert.Equal("second", await reader.ReadToEndAsync());
        }

        await files.DeleteAsync("NORD/1/aa", default);
        Assert.Null(await files.OpenAsync("NORD/1/aa", default));
    }
}
