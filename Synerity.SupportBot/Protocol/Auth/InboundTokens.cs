using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// Proves the token of an incoming activity. The endpoint calls it rather than an authentication scheme, because the answer is not complete
/// without the body (<see cref="Admission"/>), and because the body of somebody who has no token is not worth reading.
/// </summary>
internal sealed class InboundTokens(SigningKeys keys, IOptions<BotOptions> options)
{
    private const int MaxLength = 8 * 1024;

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    /// <summary>The token, or why it proves nothing. Never throws for what a sender may write.</summary>
    /// <param name="authorization">The header as it came.</param>
    public async ValueTask<(ProvenToken? Token, Refusal Refusal)> ProveAsync(string? authorization, CancellationToken cancellation)
    {
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 and <= MaxLength } text] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.NoBearer);
        }

        // Tokens live on the machine's clock: the domain's clock may travel, the issuer's does not.
        var now = TimeProvider.System.GetUtcNow();
        if (keys.Current?.Proven(text, now) is { } proven)
        {
            return (proven, Refusal.None);
        }

        if (Read(text) is not { } token)
        {
            return (null, Refusal.MalformedToken);
        }

        if (Suspect(token) is var refusal and not Refusal.None)
        {
            return (null, refusal);
        }

        var set = await keys.WithAsync(token.Kid, cancellation);
        return set is null ? (null, keys.Current is null ? Refusal.NoKeys : Refusal.UnknownKey) : await ProveAsync(token, text, set, now);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What can be refused without a key, so that strangers cost neither a fetch nor a signature check.</summary>
    private Refusal Suspect(JsonWebToken token)
    {
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return Refusal.Algorithm;
        }

        return string.IsNullOrEmpty(token.Kid) ? Refusal.UnknownKey
            : !string.Equals(token.Issuer, options.Value.Issuer, StringComparison.Ordinal) ? Refusal.Issuer
            : Refusal.None;
    }

    private async Task<(ProvenToken?, Refusal)> ProveAsync(JsonWebToken token, string text, KeySet set, DateTimeOffset now)
    {
        var key = set.Find(token.Kid)!;
        var result = await _handler.ValidateTokenAsync(token, Parameters(key.Key));
        if (!result.IsValid)
        {
            return (null, Reason(result.Exception));
        }

        var serviceUrl = token.TryGetPayloadValue<string>("serviceurl", out var claim) ? claim : null;
        var proven = new ProvenToken(serviceUrl, key.Endorsements, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew);
        set.Remember(text, proven, now);
        return (proven, Refusal.None);
    }

    private TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateLifetime = true,
        ClockSkew = Skew,
        ValidateIssuer = true,
        ValidIssuer = options.Value.Issuer,
        AudienceValidator = (audiences, _, _) =>
            audiences?.ToArray() is [var only] && only.Equals(options.Value.AppId, StringComparison.OrdinalIgnoreCase),
    };

    private static Refusal Reason(Exception? failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException => Refusal.Lifetime,
        SecurityTokenInvalidAudienceException => Refusal.Audience,
        SecurityTokenInvalidIssuerException => Refusal.Issuer,
        _ => Refusal.Signature,
    };
}
