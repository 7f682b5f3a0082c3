using System.Net;

namespace Synerity.SupportBot.Simulator;

/// <summary>
/// Refuses what a page of somebody else's could send through the visitor's browser: requests under a foreign host name (DNS rebinding), from
/// another origin, or from another machine.
/// </summary>
internal sealed class LocalRequestsOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        WhyNot(context.HttpContext) is { } reason ? Results.Text(reason, statusCode: StatusCodes.Status403Forbidden) : await next(context);

    private static string? WhyNot(HttpContext context)
    {
        var request = context.Request;
        if (!ListeningAddress.IsLoopback(request.Host.Host)) return "The simulator answers only under localhost.";
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote)) return "The simulator answers only this machine.";
        if (request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}") return "The simulator answers only its own page.";
        return IsFromElsewhere(request) ? "The simulator answers only its own page." : null;
    }

    /// <summary>A link to the page may be followed from anywhere; everything else a browser asks for must come from the page itself.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none")
        && !(request.Path == "/" && HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate");
}
