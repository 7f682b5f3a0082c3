using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>A key and the channels whose activities it may sign, both from the same document.</summary>
internal sealed record EndorsedKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>
/// What a valid token says. Whether it covers an activity is asked for each one: <paramref name="ServiceUrl"/> must be the activity's and
/// <paramref name="Endorsements"/> contain its channel.
/// </summary>
internal sealed record ProvenToken(string? ServiceUrl, FrozenSet<string> Endorsements, DateTimeOffset Until);

/// <summary>One fetched generation of keys, with the tokens already proven by them: new keys begin with no proven tokens.</summary>
internal sealed class KeySet(FrozenDictionary<string, EndorsedKey> keys)
{
    private const int MostProven = 2048;

    private readonly ConcurrentDictionary<string, ProvenToken> _proven = new(StringComparer.Ordinal);

    public EndorsedKey? Find(string kid) => keys.GetValueOrDefault(kid);

    public ProvenToken? Proven(string token, DateTimeOffset now) =>
        _proven.TryGetValue(Digest(token), out var proven) && now < proven.Until ? proven : null;

    public void Remember(string token, ProvenToken proven, DateTimeOffset now)
    {
        if (_proven.Count >= MostProven)
        {
            foreach (var old in _proven.Where(entry => entry.Value.Until <= now))
            {
                _proven.TryRemove(old);
            }
        }

        if (_proven.Count < MostProven)
        {
            _proven[Digest(token)] = proven;
        }
    }

    private static string Digest(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
