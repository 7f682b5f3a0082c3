using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>Everything said in the sample chats and channels, in memory; each keeps its newest <see cref="Most"/> messages.</summary>
internal sealed class Chats(Roster roster, Feed feed, TravellingClock clock)
{
    public const int Most = 500;

    private readonly Dictionary<string, List<Post>> _posts = roster.Places.ToDictionary(place => place.Id, _ => new List<Post>(), StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _lastId;

    public IReadOnlyList<Post> In(string placeId)
    {
        lock (_lock) return [.. _posts[placeId]];
    }

    public Post? Find(Place place, string id)
    {
        lock (_lock) return _posts[place.Id].Find(post => post.Id == id);
    }

    /// <summary>Adds a message; in a channel without a thread it begins one.</summary>
    /// <param name="body">Given the new id, the activity.</param>
    public Post Add(Place place, Person? author, Func<string, JsonElement> body)
    {
        Post post;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var id = NewId(now);
            post = new Post(id, place.Id, place.IsChannel ? place.Thread ?? id : null, author, now, body(id), ImmutableDictionary<string, JsonElement>.Empty)
            {
                State = author is null ? PostState.Sent : PostState.Sending,
            };
            var posts = _posts[place.Id];
            posts.Add(post);
            if (posts.Count > Most) posts.RemoveAt(0);
        }

        Tell(post);
        return post;
    }

    /// <returns>Null when the message is not there.</returns>
    public Post? Change(Place place, string id, Func<Post, Post> change)
    {
        Post changed;
        lock (_lock)
        {
            var posts = _posts[place.Id];
            var index = posts.FindIndex(post => post.Id == id);
            if (index < 0) return null;
            posts[index] = changed = change(posts[index]);
        }

        Tell(changed);
        return changed;
    }

    public bool Remove(Place place, string id)
    {
        lock (_lock)
        {
            if (_posts[place.Id].RemoveAll(post => post.Id == id) == 0) return false;
        }

        feed.Tell(place.IsSeenBy, "removed", _ => new JsonObject { ["place"] = place.Id, ["id"] = id });
        return true;
    }

    public void Typing(Place place) =>
        feed.Tell(place.IsSeenBy, "typing", _ => new JsonObject { ["place"] = place.Id, ["root"] = place.Thread });

    /// <summary>Epoch milliseconds as Teams writes them, never the same twice.</summary>
    private string NewId(DateTimeOffset now)
    {
        _lastId = Math.Max(_lastId + 1, now.ToUnixTimeMilliseconds());
        return _lastId.ToString(CultureInfo.InvariantCulture);
    }

    private void Tell(Post post) => feed.Tell(roster.PlaceOf(post.PlaceId)!.IsSeenBy, "post", post.For);
}
