using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class CustomerTests
{
    private static readonly Guid Tenant = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Maria = new("22222222-2222-4222-8222-222222222222");
    private static readonly Agreement Silver = new(Tier.Silver, new DateOnly(2026, 1, 1));
    private static readonly Agreement Gold = new(Tier.Gold, new DateOnly(2027, 1, 1));

    [Fact]
    public void A_later_agreement_ends_the_one_before_it_the_day_before()
    {
        Assert.True(Nordhem(Silver).TryRenew(Gold, out var renewed));

        Assert.Equal(new DateOnly(2026, 12, 31), renewed.Agreements[0].To);
        Assert.Equal(Tier.Silver, renewed.AgreementOn(new DateOnly(2026, 12, 31))!.Tier);
        Assert.Equal(Tier.Gold, renewed.AgreementOn(new DateOnly(2027, 1, 1))!.Tier);
    }

    [Fact]
    public void A_gap_between_agreements_stays_a_gap()
    {
        Nordhem(Silver.EndOn(new DateOnly(2026, 6, 30))).TryRenew(Gold, out var renewed);

        var between = renewed.AgreementOn(new DateOnly(2026, 9, 1))!;

        Assert.Equal(new DateOnly(2026, 6, 30), renewed.Agreements[0].To);
        Assert.Equal((Tier.Gold, Standing.NotYet), (between.Tier, between.StandingAt(new DateOnly(2026, 9, 1))));
    }

    [Fact]
    public void The_same_first_day_corrects_and_an_earlier_one_is_refused()
    {
        var customer = Nordhem(Silver);

        Assert.True(customer.TryRenew(new Agreement(Tier.Gold, Silver.From), out var corrected));
        Assert.False(corrected.TryRenew(new Agreement(Tier.Free, new DateOnly(2025, 12, 31)), out var refused));
        Assert.False(corrected.TryRenew(new Agreement(Tier.Free), out _));

        Assert.Equal(Tier.Gold, Assert.Single(corrected.Agreements).Tier);
        Assert.Same(corrected, refused);
    }

    [Fact]
    public void An_ended_agreement_is_still_told()
    {
        var ended = Nordhem(Silver.EndOn(new DateOnly(2026, 6, 30))).AgreementOn(new DateOnly(2026, 7, 1));

        Assert.Equal(Standing.Ended, ended!.StandingAt(new DateOnly(2026, 7, 1)));
        Assert.Null(Nordhem().AgreementOn(new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public void Overlapping_agreements_and_a_blank_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Nordhem(Silver, Gold));
        Assert.Throws<ArgumentException>(() => Nordhem(Gold, Silver));
        Assert.Throws<ArgumentException>(() => new Customer(CustomerKey.Parse("NORD"), " ", []));
    }

    [Fact]
    public void A_contact_is_a_person_of_the_customers_own_tenants()
    {
        var customer = Nordhem(Silver) with { Tenants = [Tenant], Contacts = [new Contact.Known(Tenant, Maria), new Contact.Awaited("eva@nordhem.se")] };

        Assert.True(customer.IsContact(Tenant, Maria));
        Assert.False(customer.IsContact(Tenant, Tenant));
        Assert.False(customer.IsContact(Maria, Maria));
        Assert.False((customer with { Tenants = [] }).IsContact(Tenant, Maria));
    }

    [Fact]
    public void A_file_adds_contacts_and_keeps_those_that_were_confirmed_since()
    {
        var known = new Contact.Known(Tenant, Maria, "maria@nordhem.se");
        var ours = Nordhem(Silver) with { Tenants = [Tenant], Contacts = [known], GuestsAllowed = false, Version = "7" };
        var stated = Nordhem(Silver) with { Tenants = [Maria], Contacts = [new Contact.Awaited("maria@nordhem.se"), new Contact.Awaited("eva@nordhem.se")] };

        Assert.True(ours.TryRestate(stated, out var restated));

        Assert.Equal([known, new Contact.Awaited("eva@nordhem.se")], restated.Contacts);
        Assert.Equal((false, "7"), (restated.GuestsAllowed, restated.Version));
        Assert.Equal([Maria], restated.Tenants);
    }

    private static Customer Nordhem(params Agreement[] agreements) => new(CustomerKey.Parse("NORD"), "Nordhem AB", agreements);
}
