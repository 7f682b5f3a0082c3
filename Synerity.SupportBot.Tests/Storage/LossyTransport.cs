using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Synerity.SupportBot.Tests.Storage;

/// <summary>What happens to one batch between the client and the table.</summary>
public enum Fate
{
    Delivered,

    /// <summary>Never reaches the table.</summary>
    NeverArrives,

    /// <summary>Done, but the connection breaks before the answer.</summary>
    ConnectionLost,

    /// <summary>Done, but the answer does not come in time.</summary>
    TimedOut,

    /// <summary>Done, but somebody on the way answers 408, 500, 502, 503 or 504 instead.</summary>
    Status408,
    Status500,
    Status502,
    Status503,
    Status504,

    /// <summary>Done twice by somebody on the way; the client sees the second answer alone.</summary>
    Repeated,
}

/// <summary>A network that gives each batch in turn its fate; reads, and batches after the last fate, are delivered.</summary>
public sealed class LossyTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _network = new();
    private readonly Queue<Fate> _fates = new();

    /// <summary>Sizes of the batches that were sent, in bytes.</summary>
    public List<long> Batches { get; } = [];

    /// <summary>Reads sent.</summary>
    public int Reads { get; private set; }

    /// <summary>What somebody else does right after the next batch has met its fate.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public void Next(params Fate[] fates) => Array.ForEach(fates, _fates.Enqueue);

    public override Request CreateRequest() => _network.CreateRequest();

    public override void Process(HttpMessage message) => _network.Process(message);

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            Reads += message.Request.Method == RequestMethod.Get ? 1 : 0;
            await _network.ProcessAsync(message);
            return;
        }

        Batches.Add(message.Request.Content!.TryComputeLength(out var length) ? length : -1);
        var fate = _fates.TryDequeue(out var next) ? next : Fate.Delivered;
        for (var times = fate switch { Fate.NeverArrives => 0, Fate.Repeated => 2, _ => 1 }; times > 0; times--)
        {
            await _network.ProcessAsync(message);
        }

        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        Lose(message, fate);
    }

    private static void Lose(HttpMessage message, Fate fate)
    {
        switch (fate)
        {
            case Fate.NeverArrives:
                throw new RequestFailedException("Connection refused");
            case Fate.ConnectionLost:
                throw new IOException("The response ended prematurely.");
            case Fate.TimedOut:
                throw new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout.");
            case Fate.Status408 or Fate.Status500 or Fate.Status502 or Fate.Status503 or Fate.Status504:
                message.Response = new BareResponse(int.Parse(fate.ToString()[^3..], System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private sealed class BareResponse(int status) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
