using CsCheck;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class TemplateFieldsTests
{
    private static readonly string[] Pieces = ["{namn}", "{", "}", "{{namn}}", "{ Namn }", "{namn", "{}", "{okänt}", "{svar\nsenast}", "$1", "\\", "{svar senast}"];

    private static readonly Gen<string> Words =
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])).Array[0, 8].Select(parts => string.Concat(parts));

    [Theory]
    [InlineData("Hej {namn}!", "Hej Maria!")]
    [InlineData("Hej { NAMN }!", "Hej Maria!")]
    [InlineData("Hej {{namn}}!", "Hej {Maria}!")]
    [InlineData("Hej {mamn}, {} {namn", "Hej {mamn}, {} {namn")]
    [InlineData("{tomt} {namn}", "{tomt} Maria")]
    public void Known_fields_are_filled_in_and_others_stay_as_written(string template, string filled) =>
        Assert.Equal(filled, TemplateFields.Fill(template, name => name switch { "namn" => "Maria", "tomt" => "", _ => null }));

    [Fact]
    public void What_somebody_is_called_is_text_whatever_it_looks_like() =>
        Words.Select(Words).Sample((before, name) => Assert.Equal(
            Outside(before) + (name.Length > 0 ? name : "{namn}") + Outside(before), TemplateFields.Fill(Outside(before) + "{namn}" + Outside(before), _ => name)));

    [Fact]
    public void Filling_never_throws_and_leaves_what_is_unknown_as_it_was() =>
        Words.Sample(template => Assert.Equal(template, TemplateFields.Fill(template, _ => null)));

    /// <summary>Without anything that could be part of a field.</summary>
    private static string Outside(string words) => words.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}
