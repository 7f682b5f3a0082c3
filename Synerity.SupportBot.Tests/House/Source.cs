using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.House;

/// <summary>A source file of the product, read as the compiler reads it.</summary>
/// <param name="Path">Below the product's folder, with forward slashes.</param>
internal sealed record Source(string Path, string Text)
{
    private const string Ours = "Synerity.SupportBot.";
    private static readonly CSharpParseOptions Newest = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static IReadOnlyList<Source> All { get; } =
    [
        .. Directory.GetFiles(Repository.Product, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.Product, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal) && !path.Contains("node_modules", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Source(path, File.ReadAllText(System.IO.Path.Combine(Repository.Product, path)))),
    ];

    public CompilationUnitSyntax Root { get; } = CSharpSyntaxTree.ParseText(Text, Newest).GetCompilationUnitRoot();

    /// <summary>The folder, or the room below Features, or <c>Program</c>.</summary>
    public string Room => Path.Split('/') switch
    {
        ["Features", var room, _, ..] => room,
        [var folder, _, ..] => folder,
        _ => "Program",
    };

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>The rooms that this file names: by a using, in full, or from a sibling namespace, which needs no using.</summary>
    public IReadOnlySet<string> Named(IReadOnlySet<string> rooms)
    {
        var names = Root.DescendantNodes(descendIntoTrivia: false).Select(node => node switch
        {
            UsingDirectiveSyntax { NamespaceOrType: { } name } => name.ToString(),
            QualifiedNameSyntax { Parent: not (QualifiedNameSyntax or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax) } name => name.ToString(),
            MemberAccessExpressionSyntax { Parent: not MemberAccessExpressionSyntax } access => access.ToString(),
            _ => "",
        });
        return names.Select(name => RoomOf(name, rooms)).OfType<string>().Where(room => room != Room).ToHashSet();
    }

    private static string? RoomOf(string name, IReadOnlySet<string> rooms)
    {
        var parts = name.Replace("global::", "", StringComparison.Ordinal).Replace(Ours, "", StringComparison.Ordinal).Replace("SupportBot.", "", StringComparison.Ordinal)
            .Split('.');
        var first = parts[0] == "Features" && parts.Length > 1 ? parts[1] : parts[0];
        return parts.Length > 1 || name.StartsWith(Ours, StringComparison.Ordinal) ? rooms.FirstOrDefault(room => room == first) : null;
    }
}
