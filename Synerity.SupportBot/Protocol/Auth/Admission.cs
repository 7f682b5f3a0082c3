namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>Why an activity was not let in: for the log only, the sender learns nothing but the status.</summary>
internal enum Refusal
{
    None,
    NotJson,
    TooLarge,
    NoBearer,
    MalformedToken,
    Algorithm,
    UnknownKey,
    Issuer,
    Signature,
    Lifetime,
    Audience,
    NoKeys,
    Malformed,
    Channel,
    ServiceUrlClaim,
    ServiceUrlDiffers,
    HostNotAllowed,
    Endorsement,
    Incomplete,
    TenantsDisagree,
    Overload,
}

/// <summary>Whether a proven token covers an activity (platform facts §2.2, steps 6 and 9 to 12), and which status a refusal has.</summary>
internal static class Admission
{
    private const string Channel = "msteams";

    public static Refusal Check(Activity activity, ProvenToken token, ServiceUrls allowed)
    {
        if (!string.Equals(activity.ChannelId, Channel, StringComparison.Ordinal))
        {
            return Refusal.Channel;
        }

        if (string.IsNullOrEmpty(token.ServiceUrl))
        {
            return Refusal.ServiceUrlClaim;
        }

        return !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? Refusal.ServiceUrlDiffers
            : !allowed.Allows(activity.ServiceUrl) ? Refusal.HostNotAllowed
            : !token.Endorsements.Contains(Channel) ? Refusal.Endorsement
            : activity.From is null || string.IsNullOrEmpty(activity.Conversation?.Id) ? Refusal.Incomplete
            : TenantsDisagree(activity) ? Refusal.TenantsDisagree
            : Refusal.None;
    }

    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.None => StatusCodes.Status200OK,
        Refusal.NotJson => StatusCodes.Status415UnsupportedMediaType,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.Malformed or Refusal.Incomplete => StatusCodes.Status400BadRequest,
        Refusal.NoKeys or Refusal.Overload => StatusCodes.Status503ServiceUnavailable,
        Refusal.Channel or Refusal.ServiceUrlClaim or Refusal.ServiceUrlDiffers or Refusal.HostNotAllowed or Refusal.Endorsement or Refusal.TenantsDisagree =>
            StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status401Unauthorized,
    };

    /// <summary>A tenant may be missing in one place or another, but two of them must not be there.</summary>
    private static bool TenantsDisagree(Activity activity)
    {
        var named = new[] { activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id, activity.From?.TenantId };
        return named.Where(tenant => !string.IsNullOrEmpty(tenant)).Distinct(StringComparer.Ordinal).Count() > 1;
    }
}
