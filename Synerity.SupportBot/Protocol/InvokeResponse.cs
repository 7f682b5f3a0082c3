using System.Text.Json;

namespace Synerity.SupportBot.Protocol;

/// <summary>The HTTP answer to one activity. A body of null is an empty body, not the JSON null.</summary>
public sealed record InvokeResponse(int Status, JsonElement? Body = null)
{
    /// <summary>200 with an empty body: the answer to everything that is not an invoke, and "close the dialog" for one.</summary>
    public static readonly InvokeResponse Accepted = new(200);

    /// <summary>501 with an empty body: an invoke whose name nobody here knows.</summary>
    public static readonly InvokeResponse NotImplemented = new(501);
}

/// <summary>What happens with an authenticated activity; the layer above implements it.</summary>
public interface IActivityHandler
{
    /// <summary>Called once for every delivery, redeliveries included. Exceptions are the caller's 500.</summary>
    Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken cancellation);
}
