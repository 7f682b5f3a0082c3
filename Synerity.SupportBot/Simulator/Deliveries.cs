using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>How the bot answered. Status 0: not at all, or not in time.</summary>
internal sealed record Delivery(int Status, JsonElement? Body)
{
    public bool IsTaken => Status is >= 200 and <= 299;

    public JsonObject ToJson() => new() { ["status"] = Status, ["body"] = Body is { } body ? SimulatorJson.ToNode(body) : null };
}

/// <summary>Posts activities to this process's own <c>/api/messages</c> over HTTP with a signed token, as Teams does.</summary>
internal sealed class Deliveries(ListeningAddress listening, TokenIssuer tokens) : IDisposable
{
    /// <summary>After this Teams tells the user that something went wrong.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>One activity after the other in the same chat or channel; invokes do not queue, for their senders wait.</summary>
    public async Task<Delivery> DeliverAsync(Person from, Place place, JsonObject activity, CancellationToken cancellation)
    {
        var json = SimulatorJson.Write(activity);
        _last[from.Key] = json;
        if ((string?)activity["type"] == "invoke") return await PostAsync(json, cancellation);
        var turn = _turns.GetOrAdd(place.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            return await PostAsync(json, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The person's newest activity once more, unchanged, under a new token; null when there was none.</summary>
    public async Task<Delivery?> RepeatAsync(Person from, CancellationToken cancellation) =>
        _last.TryGetValue(from.Key, out var json) ? await PostAsync(json, cancellation) : null;

    public void Dispose() => _http.Dispose();

    private async Task<Delivery> PostAsync(string json, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, listening.Messages)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue(listening.ServiceUrl)) },
        };
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            return new Delivery((int)response.StatusCode, body.Length == 0 ? null : JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return new Delivery(StatusCodes.Status502BadGateway, null);
        }
        catch (HttpRequestException)
        {
            return new Delivery(0, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery(0, null);
        }
    }
}
