using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>The model that composes answers (section <c>AzureOpenAI</c>). Nothing set: self-help without one.</summary>
public sealed class AzureOpenAIOptions
{
    public const string Section = "AzureOpenAI";

    /// <summary>Such as <c>https://name.openai.azure.com</c>. http only on loopback.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The name of the deployment of a chat model.</summary>
    public string? Deployment { get; set; }

    /// <summary>None: the managed identity, which needs the role Cognitive Services OpenAI User.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The client id of a user-assigned identity; none: the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>What a million tokens cost, in the currency of the invoice; none: cost is not counted.</summary>
    public decimal? InputPricePerMillion { get; set; }

    public decimal? OutputPricePerMillion { get; set; }

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    public sealed class Validation : IValidateOptions<AzureOpenAIOptions>
    {
        public ValidateOptionsResult Validate(string? name, AzureOpenAIOptions options)
        {
            var breaches = (options.IsConfigured ? Whole(options) : Nothing(options)).Concat(Prices(options)).ToList();
            return breaches.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(breaches);
        }

        private static IEnumerable<string> Nothing(AzureOpenAIOptions options)
        {
            if (!string.IsNullOrEmpty(options.Deployment) || !string.IsNullOrEmpty(options.ApiKey))
            {
                yield return "AzureOpenAI:Endpoint is missing: set it to the address of the Azure OpenAI resource, or remove the other AzureOpenAI settings.";
            }
        }

        private static IEnumerable<string> Whole(AzureOpenAIOptions options)
        {
            var known = Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint);
            if (!known || !(endpoint!.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)) || endpoint.UserInfo.Length > 0)
            {
                yield return "AzureOpenAI:Endpoint must be an https address such as https://name.openai.azure.com (http only on this machine): questions of customers go there.";
            }
            else if (endpoint.Scheme == Uri.UriSchemeHttp && string.IsNullOrEmpty(options.ApiKey))
            {
                yield return "AzureOpenAI:ApiKey is needed when AzureOpenAI:Endpoint is http: a managed identity sends its token over https only.";
            }

            if (string.IsNullOrWhiteSpace(options.Deployment))
            {
                yield return "AzureOpenAI:Deployment is missing: set it to the name of the chat model's deployment in the resource.";
            }

            if (!string.IsNullOrEmpty(options.ManagedIdentityClientId) && !Guid.TryParseExact(options.ManagedIdentityClientId, "D", out _))
            {
                yield return "AzureOpenAI:ManagedIdentityClientId must be the client id (a GUID) of the managed identity.";
            }
        }

        private static IEnumerable<string> Prices(AzureOpenAIOptions options)
        {
            if (options.InputPricePerMillion < 0 || options.OutputPricePerMillion < 0 || options.InputPricePerMillion is null != options.OutputPricePerMillion is null)
            {
                yield return "AzureOpenAI:InputPricePerMillion and AzureOpenAI:OutputPricePerMillion belong together and are not negative: set both, or neither.";
            }
        }
    }
}
