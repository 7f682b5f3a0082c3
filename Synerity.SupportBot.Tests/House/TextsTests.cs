using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.House;

/// <summary>The voice of the bot, as far as a test can hear it. Texts with something to fill in are read with samples.</summary>
public sealed partial class TextsTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The same words in both languages, on purpose.</summary>
    private static readonly string[] SameInBoth = ["support@synerity.se", "support.synerity.se", "FREE", "SILVER", "Portal", "kr", "0 kr"];

    public static IReadOnlyList<(string Name, Text Text)> All { get; } = [.. Collect().DistinctBy(text => text.Name)];

    [Fact]
    public void Texts_are_found() => Assert.InRange(All.Count, 150, 5000);

    [Fact]
    public void Every_text_has_both_languages() =>
        Assert.Empty(All.Where(text => string.IsNullOrWhiteSpace(text.Text.Swedish) || string.IsNullOrWhiteSpace(text.Text.English)).Select(text => text.Name));

    [Fact]
    public void The_languages_differ() =>
        Assert.Empty(All.Where(text => text.Text.Swedish == text.Text.English && !SameInBoth.Contains(text.Text.Swedish)).Select(text => $"{text.Name}: {text.Text.Swedish}"));

    [Theory]
    [InlineData(@"\bOj\b|[Vv]änligen|[Vv]ar god\b|har registrerats|\bPlease\b|\bplease\b|\bOops\b", "the voice of a form")]
    [InlineData(@"\S  +\S|^ {2}| {2}$", "two spaces in a row")]
    [InlineData(@"!\s*!|![^!]*![^!]*!", "too many exclamation marks")]
    [InlineData(@"\b[Ii]dag\b|\b[Ii]morgon\b|\b[Ii]går\b|\be-post|\bEra? ärende\b", "not how we spell it in Swedish")]
    [InlineData(@"\b(organization|color|center|analyze|canceled|license[sd]? from|behavior|email|catalog|favorite|customize)", "American, or not our spelling")]
    [InlineData(@"\(0\)|\+46 ?\(|042 ?- ?400 |0424003999", "a telephone number as nobody here writes it")]
    [InlineData(@"\{|\}|undefined|System\.", "something that was not filled in")]
    public void No_text_has(string pattern, string what) =>
        Assert.Empty(All.SelectMany(text => new[] { text.Text.Swedish, text.Text.English }.Where(words => Regex.IsMatch(words, pattern)).Select(words => $"{text.Name} has {what}: {words}")));

    [Fact]
    public void Each_language_has_the_telephone_number_in_its_own_form()
    {
        var numbers = All.SelectMany(text => Number().Matches(text.Text.Swedish).Select(found => $"sv {found.Value}").Concat(Number().Matches(text.Text.English).Select(found => $"en {found.Value}")));

        Assert.Equal(["en +46 42 400 39 99", "sv 042-4003999"], numbers.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>In both languages of one constructor call, <c>new("Svenska.", "English.")</c>; what help says of a command stands with its words and is read above.</summary>
    [Fact]
    public void Sentences_stand_in_classes_of_texts_and_nowhere_else() => Assert.Empty(
        from source in Source.All
        from made in source.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where made is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Text" } }
        where made.ArgumentList?.Arguments is { Count: 2 } arguments && arguments.All(argument => IsSentence(argument.Expression))
        where made.Parent is not ArgumentSyntax { NameColon.Name.Identifier.Text: "Help" }
        where made.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text is not { } type || !(type.EndsWith("Texts", StringComparison.Ordinal) || type.EndsWith("Labels", StringComparison.Ordinal))
        where source.Room is not ("Language" or "Cli" or "Simulator" or "Protocol" or "Storage")
        select $"{source.Path}: {made}");

    private static bool IsSentence(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string words && words.Any(char.IsLetter),
        InterpolatedStringExpressionSyntax filled => filled.Contents.OfType<InterpolatedStringTextSyntax>().Any(part => part.TextToken.ValueText.Any(char.IsLetter)),
        _ => false,
    };

    private static IEnumerable<(string Name, Text Text)> Collect()
    {
        var commands = typeof(Text).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(SupportBot.Bot.ITextCommand)));
        foreach (var command in commands)
        {
            var words = (SupportBot.Bot.CommandWords)command.GetProperty("Words", Statics)!.GetValue(null)!;
            if (words.Help is { } help) yield return ($"{command.Name}.Words.Help", help);
        }

        var classes = typeof(Text).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) || type.Name.EndsWith("Labels", StringComparison.Ordinal));
        foreach (var type in classes)
        {
            foreach (var field in type.GetFields(Statics)) foreach (var text in TextsOf(field.GetValue(null))) yield return ($"{type.Name}.{field.Name}{text.At}", text.Text);
            foreach (var property in type.GetProperties(Statics)) foreach (var text in TextsOf(property.GetValue(null))) yield return ($"{type.Name}.{property.Name}{text.At}", text.Text);
            foreach (var method in type.GetMethods(Statics).Where(method => method.ReturnType == typeof(Text) && !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal)))
            {
                foreach (var (at, arguments) in Samples.For(method).Index()) yield return ($"{type.Name}.{method.Name}({at})", (Text)method.Invoke(null, arguments)!);
            }
        }
    }

    private static IEnumerable<(string At, Text Text)> TextsOf(object? value) => value switch
    {
        Text text => [("", text)],
        IEnumerable<Text> several => several.Index().Select(one => ($"[{one.Index}]", one.Item)),
        _ => [],
    };

    [GeneratedRegex(@"\+?[0-9][0-9 -]{6,}[0-9]")]
    private static partial Regex Number();
}
