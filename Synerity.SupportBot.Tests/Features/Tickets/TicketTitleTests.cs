using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>A ticket's title is made from the first line of what was asked.</summary>
public sealed class TicketTitleTests
{
    [Theory]
    [InlineData("vår automation mejlar två gånger.\nhjälp", "Vår automation mejlar två gånger")]
    [InlineData("https://nordhem.monday.com/boards/1 visar fel", "https://nordhem.monday.com/boards/1 visar fel")]
    public void It_begins_with_a_capital_unless_it_begins_with_a_link(string what, string title)
    {
        var request = new TicketRequest(what, TicketKind.Fault, Impact.CanWork);

        var opened = (Step.Done)Ticket.Open(
            TicketKey.Parse("NORD-1"), new PersonRef("tenant", "maria"), new Promise(Tier.Silver, null), request, DateTimeOffset.UnixEpoch);

        Assert.Equal(title, opened.Ticket.Title);
    }
}
