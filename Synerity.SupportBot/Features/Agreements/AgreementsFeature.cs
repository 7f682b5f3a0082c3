using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Customers, their agreements, and the provider's staff.</summary>
public static class AgreementsFeature
{
    /// <summary>The store of rows is added before this: staff and customers are read at start.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.AddOptions<StaffOptions>().BindConfiguration("Staff").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StaffOptions>, StaffOptions.Validation>();
        services.AddOptions<CustomersOptions>().BindConfiguration("Customers");

        services.AddSingleton<CustomerStore>();
        services.AddSingleton<StaffStore>();
        services.AddSingleton<ImportCustomers>();

        services.AddHostedService<SeedStaff>();
        services.AddHostedService<ImportAtStart>();
        return services;
    }
}
