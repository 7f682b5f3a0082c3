using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary><em>Avtal</em>: what the customer's agreement includes; prices for contacts only.</summary>
public sealed class ShowAgreement(CustomerStore customers) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["avtal", "vad ingår", "vårt avtal", "avtalet"],
        ["agreement", "what's included", "what is included", "our agreement"],
        Help: new("se vad som ingår i ert avtal", "see what your agreement includes"));

    public static bool IsFor(Caller caller) => caller is CustomerUser;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var user = (CustomerUser)turn.Caller;
        var customer = await customers.ReadAsync(CustomerKey.Parse(user.Customer), cancellation);
        return customer is null
            ? Reply.Say(AgreementTexts.None)
            : new Reply { Card = AgreementCard.For(customer, Agreement.DayOf(turn.Now), user.IsContact, turn.Reader) };
    }
}
