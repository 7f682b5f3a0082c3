using System.Text.Json;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>The sample files name the same tenants and people as the page.</summary>
public sealed class SampleCustomersTests
{
    [Fact]
    public void Every_sample_customer_is_an_organisation_of_the_page_and_the_unknown_one_is_none()
    {
        var customers = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Simulator", "sample-customers.json"))).EnumerateArray().ToList();

        var told = customers.Select(customer =>
            (customer.GetProperty("name").GetString(), customer.GetProperty("tier").GetString(), customer.GetProperty("tenantIds")[0].GetString()));

        Organisation[] expected = [SampleWorld.Nordhem, SampleWorld.Fjallmat, SampleWorld.Bjorkby];
        Assert.Equal(expected.Select(organisation => ((string?)organisation.Name, organisation.Tier, (string?)organisation.TenantId)), told);
    }

    [Fact]
    public void Development_settings_name_the_staff_of_the_page()
    {
        var settings = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json")));
        var staff = settings.GetProperty("Staff");

        Assert.Equal(SampleWorld.Synerity.TenantId, staff.GetProperty("TenantId").GetString());
        Assert.Equal(Ids("anna", "kalle"), staff.GetProperty("Technicians").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(Ids("eva"), staff.GetProperty("Administrators").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(TryOut.AppId, settings.GetProperty("Bot").GetProperty("AppId").GetString());
    }

    private static IEnumerable<string?> Ids(params string[] keys) => keys.Select(key => TryOut.Person(key).ObjectId);
}
