using System.ComponentModel.DataAnnotations;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>Settings of the section <c>Compose</c>.</summary>
public sealed class ComposeOptions : IValidatableObject
{
    public const string Section = "Compose";

    /// <summary><c>Compose:PortalHosts</c>: the hosts whose links are shown as tickets, such as <c>support.example.com</c>; the portal of the agreement where none is named.</summary>
    public IList<string> PortalHosts { get; } = [];

    internal IEnumerable<string> Hosts => PortalHosts.Count > 0 ? PortalHosts : [AgreementTexts.Portal.English];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => PortalHosts
        .Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns)
        .Select(host => new ValidationResult($"Compose:PortalHosts: \"{host}\" is not a host name. Write it without https:// and without a path.", [nameof(PortalHosts)]));
}
