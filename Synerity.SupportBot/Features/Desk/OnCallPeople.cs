using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>Who can be alerted now: listed, still on the staff, and reached by the bot.</summary>
public sealed class OnCallPeople(OnCallStore list, StaffStore staff, AddressBook people, IOptions<StaffOptions> provider)
{
    /// <summary>Whoever has the ticket first, then the order of the week; without the one who raised the alarm, and without anybody out of reach.</summary>
    public async Task<IReadOnlyList<PersonRef>> InOrderAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellation)
    {
        var order = (await list.ReadAsync(cancellation))?.Value.In(OnCallList.WeekOf(now)) ?? [];
        var able = new List<PersonRef>();
        foreach (var person in new[] { ticket.Assignee }.OfType<PersonRef>().Concat(order).Distinct().Where(person => person != ticket.Acute?.By))
        {
            if (await IsReachedAsync(person, cancellation) && await IsAsync(person, StaffRoles.Technician, cancellation)) able.Add(person);
        }

        return able;
    }

    public async Task<IReadOnlyList<PersonRef>> AdministratorsAsync(CancellationToken cancellation)
    {
        var found = new List<PersonRef>();
        foreach (var member in (await staff.AllAsync(cancellation)).Where(member => member.May(StaffRoles.Administrator)))
        {
            if (await people.FindAsync(provider.Value.Tenant.ToString("D"), member.ObjectId.ToString("D"), cancellation) is { Value: var person }) found.Add(person.Ref);
        }

        return found;
    }

    public async Task<bool> IsReachedAsync(PersonRef person, CancellationToken cancellation) =>
        await people.FindAsync(person, cancellation) is { ServiceUrl: not null, Blocked: null };

    private async Task<bool> IsAsync(PersonRef who, StaffRoles role, CancellationToken cancellation) =>
        await people.FindAsync(who, cancellation) is { } person && Guid.TryParse(person.ObjectId, out var id)
        && await staff.ReadAsync(id, cancellation) is { } member && member.May(role);
}
