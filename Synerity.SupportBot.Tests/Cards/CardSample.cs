using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>A card of the product in one state.</summary>
/// <param name="Source">The class that makes it; the catalogue must name every one.</param>
internal sealed record CardSample(string Name, Type Source, Func<CardWorld, Task<Shown>> Make)
{
    /// <summary>True for what is answered in the language of the question and not in the reader's.</summary>
    public bool IsInTheOtherLanguage { get; init; }

    public async Task<Shown> ShowAsync(Cast cast, Tongue tongue)
    {
        using var world = await CardWorld.OpenAsync(cast, tongue);
        return await Make(world);
    }

    public override string ToString() => Name;
}
