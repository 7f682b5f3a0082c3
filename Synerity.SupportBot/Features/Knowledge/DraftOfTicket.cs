using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary><em>artikel NORD-17</em>: what solved one ticket becomes a draft for everybody. Only technicians, who may read the ticket.</summary>
public sealed class DraftOfTicket(TicketAccess access) : ITextCommand, IFreeText
{
    private static readonly string[] Openings = ["artikel ", "article "];

    public static CommandWords Words { get; } = new(
        ["artikel"], ["article"], Help: new("gör en artikel av ett löst ärende, till exempel artikel ACME-1", "make an article of a solved ticket, for example article ACME-1"));

    public static bool IsFor(Caller caller) => caller is Staff;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<Outcome>(Reply.Say(GapTexts.WhichTicket));

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        var text = CommandList.Normal(turn.Text);
        if (turn.Caller is not Staff staff || Openings.FirstOrDefault(opening => text.StartsWith(opening, StringComparison.Ordinal)) is not { } opening) return null;
        if (!TicketKey.TryParse(text[opening.Length..], out _)) return null;
        if (!staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, text[opening.Length..], cancellation) is not { Value: var ticket }) return Reply.Refuse(TicketTexts.NotFound);
        return ticket.Resolution is null ? Reply.Refuse(GapTexts.NotResolved) : new Reply { Card = For(ticket, turn.Reader) };
    }

    internal static AdaptiveCard For(Ticket ticket, Reader reader) => new(
        [Literal.Block($"{ticket.Key} · {ticket.Title}", weight: TextWeight.Bolder), new TextBlock(GapTexts.MakeArticleOf.In(reader.Tongue))],
        [Button.Opens<WriteDraft, WriteDraft.Data>(GapTexts.WriteArticle, new(ticket.Key.ToString()), reader.Tongue)],
        reader.Lang());
}
