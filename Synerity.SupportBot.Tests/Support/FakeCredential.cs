using Azure.Core;
using Azure.Identity;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>Gives out <c>token-1</c>, <c>token-2</c> …, or fails when told.</summary>
public sealed class FakeCredential(TimeProvider? clock = null) : TokenCredential
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    public bool Fails { get; set; }

    /// <summary>Set to hold every token back until it completes.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What the last request asked for.</summary>
    public string? Scope { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        Scope = requestContext.Scopes.Single();
        await Hold;
        return Fails
            ? throw new AuthenticationFailedException("The authority said no.")
            : new AccessToken($"token-{number}", (clock ?? TimeProvider.System).GetUtcNow() + Lifetime);
    }
}
