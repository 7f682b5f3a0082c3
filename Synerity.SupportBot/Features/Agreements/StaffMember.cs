using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Somebody who works for the provider.</summary>
/// <param name="ObjectId">Entra object id in the provider's tenant.</param>
/// <param name="IsActive">False: has left; kept so that settings never bring anybody back.</param>
public sealed record StaffMember(Guid ObjectId, StaffRoles Roles, bool IsActive = true)
{
    /// <summary>Active, and has every one of <paramref name="roles"/>.</summary>
    public bool May(StaffRoles roles) => IsActive && roles != StaffRoles.None && Roles.HasFlag(roles);
}

/// <summary>How a change of staff ended.</summary>
public enum StaffChange
{
    Saved,

    /// <summary>Refused: nobody could administer the bot any more.</summary>
    LastAdministrator,
}
