using Microsoft.AspNetCore.StaticFiles;

namespace Synerity.SupportBot.Simulator;

/// <summary>The page's own files, copied beside the program by the build.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Simulator", "page");

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".mjs"] = "text/javascript" } };

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => File(context, "index.html"));
        routes.MapGet("/sim/page/{**path}", (string path, HttpContext context) => File(context, path));
    }

    private static IResult File(HttpContext context, string path)
    {
        var file = Path.GetFullPath(Path.Combine(Folder, path));
        if (!file.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !System.IO.File.Exists(file)) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(file, Types.TryGetContentType(file, out var type) ? type : "application/octet-stream");
    }
}
