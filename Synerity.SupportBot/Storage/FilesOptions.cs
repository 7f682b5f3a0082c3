using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Storage;

/// <summary>Pictures and files that customers send: where they are kept, and what is taken (section <c>Files</c>).</summary>
public sealed class FilesOptions
{
    /// <summary>A folder, relative to the working directory. Used unless a blob account is named.</summary>
    public string Path { get; set; } = "data/files";

    /// <summary>Azure Blob Storage with a key (test and emulator). At most one of this and <see cref="Endpoint"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Azure Blob Storage with the host's managed identity, such as <c>https://account.blob.core.windows.net</c>.</summary>
    public Uri? Endpoint { get; set; }

    [RegularExpression("^[a-z0-9](-?[a-z0-9]){2,62}$", ErrorMessage = "Files:Container must be 3–63 lower-case letters, digits and single dashes.")]
    public string Container { get; set; } = "supportbot-files";

    [Range(1, 100, ErrorMessage = "Files:MostMegabytes must be between 1 and 100.")]
    public int MostMegabytes { get; set; } = 20;

    /// <summary>Whether mp4 and webm are taken. Off: screen recordings come as links.</summary>
    public bool Video { get; set; }

    /// <summary>
    /// Hosts that files are fetched from, <c>files.example.com</c> or <c>*.example.com</c> for any host below it; on loopback with its port,
    /// <c>localhost:3978</c>. Empty means those of SharePoint and OneDrive. Inline pictures come from the connector, see Bot:AllowedServiceUrls.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Where this bot is reached from the technicians' Teams, such as <c>https://bot.example.com</c>. Absent: they read a file's name and size, but cannot open it.</summary>
    public Uri? PublicUrl { get; set; }

    public long MostBytes => MostMegabytes * 1024L * 1024;
}

/// <summary>What annotations cannot say.</summary>
internal sealed class FilesOptionsRules : IValidateOptions<FilesOptions>
{
    public ValidateOptionsResult Validate(string? name, FilesOptions options)
    {
        string?[] broken =
        [
            options is { ConnectionString: not null, Endpoint: not null } ? "Files:Endpoint and Files:ConnectionString are both set: keep the one that is meant." : null,
            options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttps)
                ? "Files:Endpoint must be an https address, such as https://account.blob.core.windows.net." : null,
            options is { ConnectionString: null, Endpoint: null } && string.IsNullOrWhiteSpace(options.Path) ? "Files:Path is empty: name a folder, such as data/files." : null,
            options.PublicUrl is { } url && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback) && url.PathAndQuery == "/")
                ? "Files:PublicUrl must be an https address without a path, such as https://bot.example.com." : null,
            .. options.AllowedHosts.Where(host => !FileHosts.IsEntry(host)).Select(host => $"Files:AllowedHosts has \"{host}\": use a host such as files.example.com or *.example.com."),
        ];
        var faults = broken.OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
