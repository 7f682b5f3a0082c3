using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>A ticket that staff fill in for somebody at a customer.</summary>
/// <param name="Customer">Key or name, as typed.</param>
/// <param name="Person">Name or e-mail address, as typed.</param>
internal sealed record CustomerDraft(TicketDraft Ticket, string Customer = "", string Person = "", Text? CustomerError = null, Text? PersonError = null);

/// <summary>The customer's form, and above it whose ticket it is.</summary>
internal static class CustomerForm
{
    public const string Customer = "customer";
    public const string Person = "person";
    public const int MaxName = 100;

    public static Dialog Ask(FormStamp stamp, CustomerDraft draft, Turn turn, Text? first = null) =>
        new(TicketTexts.NewTicket, For(stamp, draft, turn.Reader, first), "large");

    public static AdaptiveCard For(FormStamp stamp, CustomerDraft draft, Reader reader, Text? first = null)
    {
        var tongue = reader.Tongue;
        var form = TicketForm.For(stamp, draft.Ticket, reader, inDialog: true, first, afterwards: ComposeTexts.AnswerGoesThere);
        var errors = new Dictionary<string, Text>();
        if (draft.CustomerError is { } customer) errors[Customer] = customer;
        if (draft.PersonError is { } person) errors[Person] = person;
        return form with
        {
            Body =
            [
                .. FormFields.With(Field(Customer, ComposeTexts.Customer, ComposeTexts.CustomerExample, ComposeTexts.CustomerMissing, draft.Customer, tongue), errors, tongue),
                .. FormFields.With(Field(Person, ComposeTexts.Person, ComposeTexts.PersonExample, ComposeTexts.PersonMissing, draft.Person, tongue), errors, tongue),
                .. form.Body,
            ],
            Actions = [Button.InDialog<OpenForCustomer, OpenForCustomer.Data>(ComposeTexts.Create, new(stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive }],
        };
    }

    private static InputText Field(string id, Text label, Text example, Text missing, string value, Tongue tongue) => new(label.In(tongue))
    {
        Id = id, Value = value.Length > 0 ? value : null, IsRequired = true, MaxLength = MaxName, Placeholder = example.In(tongue), ErrorMessage = missing.In(tongue),
    };
}
