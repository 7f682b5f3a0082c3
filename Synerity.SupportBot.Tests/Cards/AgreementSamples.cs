using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Agreements, people without one, and when we are open.</summary>
internal static class AgreementSamples
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    public static IReadOnlyList<CardSample> All { get; } = [.. Agreements(), .. Strangers(), .. Choices()];

    private static IEnumerable<CardSample> Agreements()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            yield return Card(tier.Wire().ToLowerInvariant(), contact: false, new Agreement(tier, NewYear));
            yield return Card(tier.Wire().ToLowerInvariant() + "-contact", contact: true, new Agreement(tier, NewYear, buysLicences: tier == Tier.Silver));
        }

        yield return Card("custom", contact: true, new Agreement(Tier.Silver, NewYear, new(2026, 12, 31), custom: new CustomTerms(
            new Dictionary<Entitlement, Term> { [Entitlement.VipWebinars] = new Term.NotIncluded() }, TimeSpan.FromMinutes(90))));
        yield return Card("ended", contact: true, new Agreement(Tier.Gold, NewYear, new(2026, 10, 31)));
        yield return Card("not-yet", contact: false, new Agreement(Tier.Gold, new(2027, 1, 1)));
        yield return Card("none", contact: false);
    }

    private static CardSample Card(string name, bool contact, params Agreement[] agreements) => new("agreement-" + name, typeof(AgreementCard), async world =>
        Shown.Of(AgreementCard.For(await world.CustomerAsync(agreements), Today, contact, world.Reader)));

    private static IEnumerable<CardSample> Strangers()
    {
        yield return new CardSample("offer", typeof(ShowOffer), world => Task.FromResult(Shown.Of(ShowOffer.For(world.Reader))));
        yield return new CardSample("stranger-arriving", typeof(GreetStranger), world => Task.FromResult(Shown.Of(GreetStranger.For(world.Reader, offerToConnect: true))));
        yield return Stranger("unknown");
        yield return Stranger("NORD");
        yield return Form("empty", (_, form) => form("", "", false));
        yield return Form("prefilled", (cast, form) => form("", cast.What, false));
        yield return Form("corrected", (cast, form) => form("", cast.What, true));
        yield return Lead("unknown", world => new Lead(world.Requester.Ref, world.Cast.What, world.Now));
        yield return Lead("told", world => new Lead(world.Requester.Ref, world.Cast.What, world.Now, Company: world.Cast.Company));
        yield return Lead("ended", world => new Lead(world.Requester.Ref, world.Cast.What, world.Now, Customer: "NORD"));
    }

    private static CardSample Stranger(string subject) => new("stranger-" + subject.ToLowerInvariant(), typeof(StrangerCard), world =>
        world.RenderAsync<StrangerCard>(new("stranger", subject)));

    private static CardSample Form(string name, Func<Cast, Func<string, string, bool, Dialog>, Dialog> fill) => new("we-are-customers-" + name, typeof(WeAreCustomers), world =>
        Task.FromResult(Shown.Of(fill(world.Cast, (company, question, wrong) => WeAreCustomers.For(CardWorld.Stamp, world.Reader, company, question, wrong)), world.Tongue)));

    private static CardSample Lead(string name, Func<CardWorld, Lead> lead) => new("lead-" + name, typeof(LeadCard), async world =>
    {
        var (key, write) = LeadStore.Write(lead(world));
        await world.CommitAsync(LeadStore.Partition(CardWorld.Tenant), [write]);
        return await world.RenderAsync<LeadCard>(LeadCard.Tell(CardWorld.Tenant, key).What, toChannel: true);
    });

    private static IEnumerable<CardSample> Choices()
    {
        yield return new CardSample("choose-language", typeof(ChooseLanguage), world => world.AskAsync<ChooseLanguage>(
            Who.CustomerOf(world), "språk", async (handler, turn) => await handler.HandleAsync(turn, default)));
        yield return new CardSample("choose-company", typeof(ChooseCompany), async world =>
        {
            await world.CustomerAsync(new Agreement(Tier.Silver));
            var stranger = new Stranger(world.Requester, StrangerKind.SeveralCustomers, ["NORD"]);
            return await world.AskAsync<ChooseCompany>(stranger, "hej", (handler, turn) => handler.UnderstandAsync(turn, default));
        });
        yield return new CardSample("choose-company-of-many", typeof(ChooseCompany), world => Task.FromResult(Shown.Of(ChooseCompany.For(
            [.. "ABCDEFGH".Select(letter => new Customer(CustomerKey.Parse($"K{letter}"), $"{world.Cast.Company} {letter}", []))], world.Reader))));
        yield return Contact("seen", confirmed: false);
        yield return Contact("confirmed", confirmed: true);
        yield return Hours("open", "2026-11-27 10:15");
        yield return Hours("closed-before-christmas", "2026-12-23 18:00");
    }

    private static CardSample Contact(string name, bool confirmed) => new("contact-" + name, typeof(ContactCard), async world =>
    {
        var person = new Person(new PersonRef(CardWorld.Tenant, "00112233445566778899aabbccddeeff"), "object", world.Cast.Requester, Email: "maria@nordhem.example");
        return Shown.Of(ContactCard.For(await world.CustomerAsync(new Agreement(Tier.Silver)), person, confirmed, world.Reader));
    });

    private static CardSample Hours(string name, string at) => new("hours-" + name, typeof(ShowHours), world =>
    {
        world.Goto(at);
        return world.AskAsync<ShowHours>(Who.CustomerOf(world), "", async (handler, turn) => await handler.HandleAsync(turn, default));
    });
}
