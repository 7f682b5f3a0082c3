using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Who asks for a sample card.</summary>
internal static class Who
{
    public static CustomerUser CustomerOf(CardWorld world, bool contact = false) => new(world.Requester, "NORD", contact);

    public static Staff StaffOf(CardWorld world) => new(world.Technician, StaffRoles.Technician | StaffRoles.Administrator);
}
