using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

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

        services.AddSingleton<LeadStore>();
        services.AddSingleton<ICallers, Callers>();
        services.AddSingleton<IPartitions, CustomerPartitions>();
        services.AddSingleton<ICardSource, LeadCard>();
        services.AddSingleton<ICardSource, StrangerCard>();
        services.AddSingleton<ICardSource, ContactCard>();
        services.AddSingleton<IMemberSeen, AwaitedContacts>();

        services.AddCardAction<ChooseCompany, ChooseCompany.Data>();
        services.AddCardAction<ConfirmContact, ConfirmContact.Data>();
        services.AddCardAction<WeAreCustomers, WeAreCustomers.Data>();
        services.AddCardAction<TellWho, TellWho.Data>();

        services.AddTextCommand<ShowAgreement>();
        services.AddTextCommand<ShowOffer>();
        services.AddTextCommand<ChooseLanguage>();
        services.AddTextCommand<SayHello>();
        services.AddTextCommand<SayWelcome>();

        services.AddFreeText<ChooseCompany>();
        services.AddArrival<GreetStranger>();

        services.AddHostedService<SeedStaff>();
        services.AddHostedService<ImportAtStart>();
        return services;
    }
}
