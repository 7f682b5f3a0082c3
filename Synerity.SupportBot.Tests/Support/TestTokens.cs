using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>A token authority: RSA keys with endorsements, the JWKS that announces them, tokens as Teams makes them, and every forgery.</summary>
public sealed class TestTokens
{
    public const string AppId = "3b9d54c7-21fe-4c0a-9a63-5d7e8f10ab42";
    public const string Issuer = "https://api.botframework.com";

    /// <summary>The service URL of the sample activities.</summary>
    public const string TeamsUrl = "https://smba.trafficmanager.net/emea/6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8/";

    private readonly List<TestKey> _announced = [];

    public TestTokens() => Rotate("key-1");

    /// <summary>The key that signs now.</summary>
    public TestKey Current { get; private set; } = null!;

    /// <summary>Announces a new key and signs with it; the old ones stay announced unless <paramref name="forget"/>.</summary>
    public TestKey Rotate(string kid, bool forget = false, params string[] endorsements)
    {
        lock (_announced)
        {
            if (forget)
            {
                _announced.Clear();
            }

            Current = new TestKey(kid, endorsements is [] ? ["msteams", "webchat"] : endorsements);
            _announced.Add(Current);
            return Current;
        }
    }

    public string KeySet()
    {
        lock (_announced)
        {
            return JsonSerializer.Serialize(new { keys = _announced.Select(key => key.Announcement()) });
        }
    }

    /// <summary>A token as Teams sends it, or what <paramref name="forgery"/> makes of it.</summary>
    public string Token(string serviceUrl = TeamsUrl, Func<Forgery, Forgery>? forgery = null)
    {
        var made = new Forgery { ServiceUrl = serviceUrl };
        return (forgery?.Invoke(made) ?? made).Sign(Current);
    }
}

/// <summary>A key pair under an id. Making keys is slow, so equal ids share one in all tests unless <paramref name="own"/> is given.</summary>
public sealed class TestKey(string kid, IReadOnlyList<string>? endorsements, RSA? own = null)
{
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Shared = new(StringComparer.Ordinal);

    public RSA Rsa { get; } = own ?? Shared.GetOrAdd(kid, _ => new Lazy<RSA>(() => RSA.Create(2048))).Value;
    public string Kid { get; } = kid;

    public byte[] Sign(byte[] data, HashAlgorithmName hash)
    {
        lock (Rsa)
        {
            return Rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);
        }
    }

    public JsonObject Announcement()
    {
        var key = Rsa.ExportParameters(false);
        var announcement = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Kid,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
        if (endorsements is not null)
        {
            announcement["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return announcement;
    }
}

/// <summary>What goes into a token; every member can be wrong. Null leaves the claim out.</summary>
public sealed record Forgery
{
    public string? Issuer { get; init; } = TestTokens.Issuer;
    public JsonNode? Audience { get; init; } = TestTokens.AppId;
    public string? ServiceUrl { get; init; }
    public DateTimeOffset? NotBefore { get; init; } = TimeProvider.System.GetUtcNow().AddMinutes(-1);
    public DateTimeOffset? Expires { get; init; } = TimeProvider.System.GetUtcNow().AddHours(1);
    public string Algorithm { get; init; } = "RS256";

    /// <summary>Stated in the header instead of the signing key's own; empty leaves it out.</summary>
    public string? Kid { get; init; }

    /// <summary>Signs instead of the announced one.</summary>
    public TestKey? Key { get; init; }

    /// <summary>Makes the signature instead of RSA.</summary>
    public Func<byte[], byte[]>? Signature { get; init; }

    public string Sign(TestKey current)
    {
        var key = Key ?? current;
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = Algorithm };
        if ((Kid ?? key.Kid) is { Length: > 0 } kid)
        {
            header["kid"] = kid;
        }

        var claims = new JsonObject();
        Add(claims, "serviceurl", ServiceUrl);
        Add(claims, "nbf", NotBefore?.ToUnixTimeSeconds());
        Add(claims, "exp", Expires?.ToUnixTimeSeconds());
        Add(claims, "iss", Issuer);
        Add(claims, "aud", Audience?.DeepClone());

        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var signature = Signature?.Invoke(Encoding.ASCII.GetBytes(signed)) ?? key.Sign(Encoding.ASCII.GetBytes(signed), Hash());
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private HashAlgorithmName Hash() => Algorithm switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };

    private static void Add(JsonObject claims, string name, JsonNode? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }
}
