using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Synerity.SupportBot.Protocol.Auth;

internal sealed record OpenIdMetadata([property: System.Text.Json.Serialization.JsonPropertyName("jwks_uri")] string? JwksUri = null);

internal sealed record KeySetBody(IReadOnlyList<KeyBody>? Keys = null);

internal sealed record KeyBody(
    string? Kty = null, string? Use = null, string? Kid = null, string? N = null, string? E = null, IReadOnlyList<string>? Endorsements = null);

/// <summary>
/// The issuer's key document, fetched anew at every call. The framework's retriever is not used: its keys lack the endorsements, and it would
/// take keys from whatever host the metadata names.
/// </summary>
internal sealed class KeyDocument(HttpMessageInvoker http, Uri metadata)
{
    private const int MaxBytes = 1024 * 1024;
    private const int MinModulusBytes = 2048 / 8;

    /// <summary>https, or http to this very machine.</summary>
    public static bool IsTrustworthy(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    /// <exception cref="HttpRequestException">No answer, or not a 200 (redirects are not followed).</exception>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    /// <exception cref="InvalidDataException">Keys on another host, or no usable key.</exception>
    public async Task<KeySet> FetchAsync(CancellationToken cancellation)
    {
        var announced = JsonSerializer.Deserialize(await GetAsync(metadata, cancellation), ProtocolJson.Context.OpenIdMetadata);
        if (!Uri.TryCreate(announced?.JwksUri, UriKind.Absolute, out var address) || !IsSameOrigin(address))
        {
            throw new InvalidDataException("The key document must be on the host of the metadata.");
        }

        var body = JsonSerializer.Deserialize(await GetAsync(address, cancellation), ProtocolJson.Context.KeySetBody);
        var keys = (body?.Keys ?? []).Select(Key).OfType<EndorsedKey>().DistinctBy(key => key.Key.KeyId)
            .ToFrozenDictionary(key => key.Key.KeyId, StringComparer.Ordinal);
        return keys.Count > 0 ? new KeySet(keys) : throw new InvalidDataException("The key document has no usable key.");
    }

    private static EndorsedKey? Key(KeyBody? body)
    {
        if (body is not { Kty: "RSA", Use: null or "sig", Kid.Length: > 0, N.Length: > 0, E.Length: > 0 })
        {
            return null;
        }

        try
        {
            var rsa = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(body.N), Exponent = Base64UrlEncoder.DecodeBytes(body.E) };
            return rsa.Modulus.Length < MinModulusBytes
                ? null
                : new EndorsedKey(new RsaSecurityKey(rsa) { KeyId = body.Kid }, (body.Endorsements ?? []).ToFrozenSet(StringComparer.Ordinal));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool IsSameOrigin(Uri address) =>
        IsTrustworthy(address)
        && address.UserInfo.Length == 0
        && address.GetLeftPart(UriPartial.Authority).Equals(metadata.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]> GetAsync(Uri url, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(MaxBytes, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }
}
