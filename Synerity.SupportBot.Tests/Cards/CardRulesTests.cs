using System.Text.Json;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>What Teams and design §9 ask of a card's JSON.</summary>
public sealed class CardRulesTests
{
    private const int MostVisibleActions = 6;

    public static IEnumerable<object[]> Names => CardCatalogue.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_keeps_the_rules_of_Teams(string name, Tongue tongue)
    {
        var sample = CardCatalogue.Of(name);
        var shown = await sample.ShowAsync(Cast.Plain, tongue);
        if (shown.Card is null)
        {
            Assert.NotEmpty(shown.Says!);
            return;
        }

        var json = CardJson.ToJson(shown.Card);

        Assert.Equal("1.5", json.GetProperty("version").GetString());
        Assert.Equal(sample.IsInTheOtherLanguage, tongue.Suffix() != json.GetProperty("lang").GetString());
        Assert.InRange(json.GetRawText().Length * 2, 1, CardJson.MaxBytes);
        foreach (var part in Parts(json)) Check(part);
    }

    private static void Check(JsonElement part)
    {
        if (part.TryGetProperty("actions", out var actions))
        {
            Assert.InRange(actions.EnumerateArray().Count(action => !IsSecondary(action)), 0, MostVisibleActions);
        }

        switch (part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null)
        {
            case "Action.Execute":
                var fallback = part.GetProperty("fallback");
                Assert.Equal("Action.Submit", fallback.GetProperty("type").GetString());
                Assert.True(JsonElement.DeepEquals(part.GetProperty("data"), fallback.GetProperty("data")));
                Assert.Equal(part.GetProperty("verb").GetString(), part.GetProperty("data").GetProperty("verb").GetString());
                break;
            case "Action.OpenUrl":
                Assert.StartsWith("https://", part.GetProperty("url").GetString(), StringComparison.Ordinal);
                break;
            case { } input when input.StartsWith("Input.", StringComparison.Ordinal):
                Assert.NotEmpty(part.GetProperty("id").GetString()!);
                Assert.NotEmpty(part.GetProperty("label").GetString()!);
                Assert.Equal(part.TryGetProperty("isRequired", out var required) && required.GetBoolean(), part.TryGetProperty("errorMessage", out _));
                break;
            case "Image":
                Assert.NotEmpty(part.GetProperty("altText").GetString()!);
                break;
        }
    }

    private static bool IsSecondary(JsonElement action) => action.TryGetProperty("mode", out var mode) && mode.GetString() == "secondary";

    /// <summary>Every object of the card, but not what its buttons carry.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object) yield return element;
        var inside = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "data").Select(member => member.Value),
            JsonValueKind.Array => element.EnumerateArray(),
            _ => [],
        };
        foreach (var part in inside.SelectMany(Parts)) yield return part;
    }
}
