namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The tiers of the agreement sheet, from least to most.</summary>
public enum Tier
{
    Free,
    Silver,
    Gold,
}

/// <summary>The tiers as files, rows and commands write them: <c>FREE</c>, <c>SILVER</c>, <c>GULD</c>, in every language.</summary>
public static class TierNames
{
    public const string All = "FREE, SILVER or GULD";

    public static string Wire(this Tier tier) => tier switch
    {
        Tier.Free => "FREE",
        Tier.Silver => "SILVER",
        Tier.Gold => "GULD",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    public static bool TryParse(string? text, out Tier tier)
    {
        Tier? found = text switch { "FREE" => Tier.Free, "SILVER" => Tier.Silver, "GULD" => Tier.Gold, _ => null };
        tier = found.GetValueOrDefault();
        return found is not null;
    }
}
