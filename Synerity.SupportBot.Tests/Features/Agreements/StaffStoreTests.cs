using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class StaffStoreTests
{
    private static readonly Guid Anna = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Kalle = new("aaaaaaaa-0000-4000-8000-000000000002");

    private readonly MemoryRows _rows = new();
    private readonly StaffStore _staff;

    public StaffStoreTests() => _staff = new StaffStore(_rows);

    [Fact]
    public async Task A_new_store_takes_the_people_of_the_settings_with_all_their_roles()
    {
        Assert.True(await _staff.SeedAsync(Settings(technicians: [Anna, Kalle]), default));

        Assert.Equal(
            [new StaffMember(Anna, StaffRoles.Administrator | StaffRoles.Technician), new StaffMember(Kalle, StaffRoles.Technician)],
            await _staff.AllAsync(default));
        Assert.Equal(new StaffMember(Kalle, StaffRoles.Technician), await _staff.ReadAsync(Kalle, default));
        Assert.Null(await _staff.ReadAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Settings_never_bring_anybody_back()
    {
        await _staff.SeedAsync(Settings(technicians: [Kalle]), default);
        await _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.Technician, IsActive: false), default);

        Assert.False(await _staff.SeedAsync(Settings(technicians: [Kalle, Guid.NewGuid()]), default));

        Assert.Equal(2, (await _staff.AllAsync(default)).Count);
        Assert.False((await _staff.ReadAsync(Kalle, default))!.May(StaffRoles.Technician));
    }

    [Fact]
    public async Task Two_instances_that_start_together_seed_once()
    {
        var others = new StaffStore(_rows);
        _rows.BeforeCommit = _ =>
        {
            _rows.BeforeCommit = null;
            others.SeedAsync(Settings(), default).GetAwaiter().GetResult();
        };

        Assert.False(await _staff.SeedAsync(Settings(technicians: [Kalle]), default));

        Assert.Equal([Anna], (await _staff.AllAsync(default)).Select(member => member.ObjectId));
    }

    [Theory]
    [InlineData(StaffRoles.Technician, true)]
    [InlineData(StaffRoles.Administrator, false)]
    public async Task The_last_administrator_stays(StaffRoles roles, bool active)
    {
        await _staff.SeedAsync(Settings(technicians: [Kalle]), default);

        var change = await _staff.SaveAsync(new StaffMember(Anna, roles, active), default);

        Assert.Equal(StaffChange.LastAdministrator, change);
        Assert.True((await _staff.ReadAsync(Anna, default))!.May(StaffRoles.Administrator));
    }

    [Fact]
    public async Task An_administrator_may_leave_when_another_is_there()
    {
        await _staff.SeedAsync(Settings(), default);
        await _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.Administrator), default);

        Assert.Equal(StaffChange.Saved, await _staff.SaveAsync(new StaffMember(Anna, StaffRoles.Administrator, IsActive: false), default));
        Assert.Equal(StaffChange.LastAdministrator, await _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.None), default));
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_do_not_both_succeed()
    {
        await _staff.SeedAsync(Settings(), default);
        await _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.Administrator), default);
        _rows.BeforeCommit = _ =>
        {
            _rows.BeforeCommit = null;
            _staff.SaveAsync(new StaffMember(Anna, StaffRoles.None), default).GetAwaiter().GetResult();
        };

        var change = await _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.None), default);

        Assert.Equal(StaffChange.LastAdministrator, change);
        Assert.Equal([Kalle], (await _staff.AllAsync(default)).Where(member => member.May(StaffRoles.Administrator)).Select(member => member.ObjectId));
    }

    [Fact]
    public async Task Endless_contention_is_told()
    {
        await _staff.SeedAsync(Settings(), default);
        var turn = 0;
        _rows.BeforeCommit = _ =>
        {
            if (++turn % 2 == 1) _rows.CommitAsync("provider", [new RowWrite.Upsert("roster", "{}")], default).GetAwaiter().GetResult();
        };

        await Assert.ThrowsAsync<ConflictException>(() => _staff.SaveAsync(new StaffMember(Kalle, StaffRoles.Technician), default));

        Assert.Null(await _staff.ReadAsync(Kalle, default));
    }

    [Fact]
    public void Roles_count_only_while_active_and_all_that_are_asked_for()
    {
        var both = new StaffMember(Anna, StaffRoles.Technician | StaffRoles.ProductOwner);

        Assert.True(both.May(StaffRoles.Technician | StaffRoles.ProductOwner));
        Assert.False(both.May(StaffRoles.Technician | StaffRoles.Administrator));
        Assert.False(both.May(StaffRoles.None));
        Assert.False((both with { IsActive = false }).May(StaffRoles.Technician));
    }

    private static StaffOptions Settings(params Guid[] technicians)
    {
        var settings = new StaffOptions { TenantId = Guid.NewGuid().ToString(), Administrators = { Anna.ToString().ToUpperInvariant() } };
        foreach (var technician in technicians) settings.Technicians.Add(technician.ToString());
        return settings;
    }
}
