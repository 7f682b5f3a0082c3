using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>
/// Opens a ticket of any message: the form with its words, who wrote them and the link to it, which can be changed before it is sent. Staff
/// also say whose ticket it is.
/// </summary>
public sealed class TicketFromMessage : IMessageAction
{
    public static ExtensionCommand Command { get; } = new("ticketFromMessage", ComposeTexts.FromMessage, ComposeTexts.FromMessageWhat);

    public Task<Outcome> OpenAsync(Turn turn, QuotedMessage? message, CancellationToken cancellation) => Task.FromResult<Outcome>(turn.Caller switch
    {
        CustomerUser { HasAgreement: true } => Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), DraftOf(message, turn.Reader.Tongue), turn)),
        Staff staff when OpenForCustomer.MayOpen(staff) => Reply.Ask(CustomerForm.Ask(FormStamp.Issue(turn.Now), new(DraftOf(message, turn.Reader.Tongue)), turn)),
        Staff => Reply.Refuse(TicketTexts.TechniciansOnly),
        _ => Reply.Refuse(NewTicket.WhyNot(turn.Caller)),
    });

    /// <summary>Who wrote it stands last: the first line becomes the ticket's title.</summary>
    internal static TicketDraft DraftOf(QuotedMessage? message, Tongue tongue)
    {
        if (message is null) return new();
        var by = message is { Author.Length: > 0, Text.Length: > 0 } ? "\n\n" + ComposeTexts.WrittenBy(message.Author).In(tongue) : "";
        return new TicketDraft(Shorten.To(TicketForm.MaxWhat - by.Length, message.Text) + by, Link: message.Link ?? "");
    }
}
