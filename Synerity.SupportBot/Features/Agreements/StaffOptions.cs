using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// The provider's tenant and its first staff (section <c>Staff</c>). People are taken into an empty store only; later changes are made in
/// Teams.
/// </summary>
public sealed class StaffOptions
{
    /// <summary>People of one batch of rows, with one row to spare.</summary>
    internal const int MaxPeople = 99;

    public string TenantId { get; set; } = "";

    /// <summary>Entra object ids, at least one.</summary>
    public IList<string> Administrators { get; } = [];

    public IList<string> Technicians { get; } = [];

    public IList<string> ProductOwners { get; } = [];

    /// <summary>The provider's tenant.</summary>
    public Guid Tenant => Guid.Parse(TenantId);

    /// <summary>Each person once, with all roles the settings give.</summary>
    public IReadOnlyList<StaffMember> Members() =>
    [
        .. With(StaffRoles.Administrator, Administrators)
            .Concat(With(StaffRoles.Technician, Technicians))
            .Concat(With(StaffRoles.ProductOwner, ProductOwners))
            .GroupBy(person => person.Id, person => person.Role)
            .Select(person => new StaffMember(person.Key, person.Aggregate((all, role) => all | role))),
    ];

    private static IEnumerable<(Guid Id, StaffRoles Role)> With(StaffRoles role, IEnumerable<string> ids) =>
        ids.Select(id => (Guid.Parse(id), role));

    internal sealed class Validation : IValidateOptions<StaffOptions>
    {
        public ValidateOptionsResult Validate(string? name, StaffOptions options)
        {
            List<string> faults =
            [
                .. Id("Staff:TenantId", options.TenantId, "the provider's Microsoft Entra tenant id"),
                .. Ids("Staff:Administrators", options.Administrators),
                .. Ids("Staff:Technicians", options.Technicians),
                .. Ids("Staff:ProductOwners", options.ProductOwners),
            ];
            if (options.Administrators.Count == 0)
            {
                faults.Add("Staff:Administrators is empty; set Staff:Administrators:0 to the Entra object id of somebody who will administer the bot.");
            }

            if (faults.Count == 0 && options.Members().Count > MaxPeople)
            {
                faults.Add($"Staff:* names more than {MaxPeople} people; name the first ones here and add the others in Teams.");
            }

            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private static IEnumerable<string> Ids(string setting, IEnumerable<string> ids) =>
            ids.SelectMany((id, index) => Id($"{setting}:{index}", id, "the person's Entra object id"));

        private static IEnumerable<string> Id(string setting, string value, string remedy)
        {
            if (!Guid.TryParse(value, out var id) || id == Guid.Empty)
            {
                yield return $"{setting} is {(string.IsNullOrEmpty(value) ? "missing" : $"\"{value}\", which is not a GUID")}; set it to {remedy}.";
            }
        }
    }
}
