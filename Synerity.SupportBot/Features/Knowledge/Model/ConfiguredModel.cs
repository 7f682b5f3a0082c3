using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>The model, as far as one is configured.</summary>
public sealed record ConfiguredModel(IChatClient? Client)
{
    /// <summary>Longest the wire may be silent; how long a reader waits is decided above.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    internal static ConfiguredModel Of(AzureOpenAIOptions options) =>
        options.IsConfigured ? new(AzureClient(options).GetChatClient(options.Deployment).AsIChatClient()) : new((IChatClient?)null);

    private static AzureOpenAIClient AzureClient(AzureOpenAIOptions options)
    {
        var endpoint = new Uri(options.Endpoint!);
        var wire = new AzureOpenAIClientOptions
        {
            // Nobody waits for a second try: the plain answer is there.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Silence,
            Transport = new HttpClientPipelineTransport(new HttpClient(Sockets(endpoint)) { Timeout = Timeout.InfiniteTimeSpan }),
        };
        return options.ApiKey is { Length: > 0 } key
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(key), wire)
            : new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(IdentityOf(options)), wire);
    }

    private static ManagedIdentityId IdentityOf(AzureOpenAIOptions options) => options.ManagedIdentityClientId is { Length: > 0 } id
        ? ManagedIdentityId.FromUserAssignedClientId(id)
        : ManagedIdentityId.SystemAssigned;

    /// <summary>No redirects, which would take the question along, and no cookies.</summary>
    private static SocketsHttpHandler Sockets(Uri endpoint) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !endpoint.IsLoopback,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
