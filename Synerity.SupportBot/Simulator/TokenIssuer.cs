using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Synerity.SupportBot.Simulator;

/// <summary>
/// Stands in for the Bot Framework's token service: one RSA key per process, published with the endorsement that Teams' keys have.
/// Uses the system clock, for tokens do not travel in time.
/// </summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Teams' own tokens last this long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly string _keyId;
    private readonly SigningCredentials _credentials;
    private readonly Roster _roster;

    public TokenIssuer(Roster roster)
    {
        _roster = roster;
        _keyId = Base64UrlEncoder.Encode(SHA256.HashData(_rsa.ExportSubjectPublicKeyInfo()));
        _credentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = _keyId }, SecurityAlgorithms.RsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    /// <param name="origin">Scheme, host and port that the metadata was asked for at.</param>
    public static JsonObject Metadata(string origin) => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = origin + "/sim/keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    public JsonObject Keys()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = _keyId,
                ["x5t"] = _keyId,
                ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                ["e"] = Base64UrlEncoder.Encode(key.Exponent),
                ["endorsements"] = new JsonArray("msteams"),
            }),
        };
    }

    public string Issue(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = _roster.AppId,
            NotBefore = now,
            IssuedAt = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity([new Claim("serviceurl", serviceUrl)]),
            SigningCredentials = _credentials,
        });
    }

    public void Dispose() => _rsa.Dispose();
}
