using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>Screen recordings by link (section <c>Recordings</c>). Without <see cref="AllowedHosts"/> there are none.</summary>
public sealed class RecordingsOptions
{
    /// <summary>Hosts whose links are taken: <c>www.loom.com</c>, or <c>*.loom.com</c> for any host below it (and not itself).</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Where a customer records: https, with <c>{ticket}</c> in place of the ticket's key and <c>{token}</c> in place of 32 hexadecimal digits that
    /// only that ticket has. Absent: nobody is sent anywhere, but links are taken.
    /// </summary>
    public string? RecorderUrl { get; set; }

    /// <summary>The link for one ticket; null where no program is configured.</summary>
    public Uri? LinkFor(string ticket, string token) => RecorderUrl is { } template
        ? new Uri(template.Replace("{ticket}", Uri.EscapeDataString(ticket), StringComparison.Ordinal).Replace("{token}", Uri.EscapeDataString(token), StringComparison.Ordinal))
        : null;
}

/// <summary>The host does not start with a list that would take what nobody meant.</summary>
internal sealed partial class RecordingsOptionsRules : IValidateOptions<RecordingsOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordingsOptions options)
    {
        List<string> faults =
        [
            .. options.AllowedHosts.Where(host => !IsEntry(host)).Select(host => $"Recordings:AllowedHosts has \"{host}\": use a host such as www.loom.com or *.loom.com."),
        ];
        if (options.RecorderUrl is { } template)
        {
            if (!IsTemplate(template)) faults.Add("Recordings:RecorderUrl must be an https link, such as https://record.example.com/?ticket={ticket}&key={token}.");
            if (options.AllowedHosts.Count == 0) faults.Add("Recordings:RecorderUrl is set without Recordings:AllowedHosts: name the hosts of the links that the program gives.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    internal static bool IsEntry(string entry) => Entry().IsMatch(entry);

    private static bool IsTemplate(string template) =>
        template.Replace("{ticket}", "NORD-1", StringComparison.Ordinal).Replace("{token}", "0", StringComparison.Ordinal) is var link
        && !link.AsSpan().ContainsAny('{', '}')
        && Uri.TryCreate(link, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "", HostNameType: UriHostNameType.Dns };

    [GeneratedRegex(@"\A(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Entry();
}
