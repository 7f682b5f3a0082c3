using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Tells the customer how a ticket was solved and asks whether it works; once that is answered it says what became of it.</summary>
public sealed class SolvedCard(TicketStore tickets, TicketViews views, AddressBook people, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "solved";

    public string Kind => SourceKind;

    /// <param name="entry">The timeline entry of the solution: each has a card of its own.</param>
    public static Content Of(TicketKey key, int entry) => new(SourceKind, string.Create(CultureInfo.InvariantCulture, $"{key}.{entry}"));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var subject = content.Subject.Split('.');
        var key = TicketKey.Parse(subject[0]);
        if (await tickets.ReadAsync(key, cancellation) is not { } stored) return null;
        var entry = await tickets.EntryAsync(key, int.Parse(subject[1], CultureInfo.InvariantCulture), cancellation);
        if (entry is not { Value: { Resolution: { } solution, Number: var number } }) return null;
        var solver = await people.FindAsync(solution.By, cancellation);
        var name = solver is { Name.Length: > 0 } ? Text.Same(solver.FirstName) : TicketTexts.ATechnician;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        if (recipient.Person is not { } reader) return For(view, number, solution, name, recipient.Reader);
        if (!view.MaySee(reader)) return SharedNews.NoLonger(key, recipient.Reader);
        return view.IsOnlyFollowing(reader)
            ? SharedNews.Solved(view, number, solution, name, recipient.Reader)
            : For(view, number, solution, name, recipient.Reader);
    }

    internal static Rendered For(TicketView view, int entry, Resolution solution, Text solver, Reader reader)
    {
        var (ticket, tongue) = (view.Ticket, reader.Tongue);
        var asks = ticket.State == TicketState.Solved && ticket.SolvedEntry == entry;
        var isOver = ticket is { State: TicketState.Closed, MergedInto: null } && ticket.SolvedEntry == entry;
        var says = SolutionTexts.HasSolved(solver, ticket.Key).In(tongue);
        var body = new List<Element>
        {
            Literal.Block(asks ? says : SolutionTexts.SolutionTo(ticket.Key).In(tongue), weight: TextWeight.Bolder),
            Literal.Block(ticket.Title, TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
        };
        body.AddRange(Facts(solution, tongue));
        if (Became(view, entry, reader) is { } became) body.Add(new TextBlock(became.In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        var (yes, no) = Buttons(ticket.Key, entry, tongue);
        return new Rendered(
            says,
            new AdaptiveCard(body, asks ? [yes, no] : isOver ? [TicketCard.ReopenButton(ticket.Key, tongue)] : null, reader.Lang()),
            Alert: true,
            Ticket: ticket.Key.ToString(),
            Asks: asks ? AnswersTo(ticket, tongue).Stored() : null);
    }

    /// <summary>What yes and no to <em>Fungerar det?</em> lead to.</summary>
    internal static YesNo AnswersTo(Ticket ticket, Tongue tongue)
    {
        var (yes, no) = Buttons(ticket.Key, ticket.SolvedEntry, tongue);
        return new YesNo(yes.Data, no.Data, yes.Title, no.Title);
    }

    /// <param name="entry">Null: pressed on the ticket's own card, which always shows the newest solution.</param>
    internal static (Execute Yes, Submit No) Buttons(TicketKey key, int? entry, Tongue tongue) => (
        Button.For<AcceptSolution, AcceptSolution.Data>(SolutionTexts.Works, new(key.ToString(), entry), tongue) with { Style = ActionStyle.Positive },
        Button.Opens<ObjectForm, ObjectForm.Data>(SolutionTexts.NotSolved, new(key.ToString()), tongue));

    /// <summary>Cause, action and advice, each under its name.</summary>
    internal static IEnumerable<Element> Facts(Resolution solution, Tongue tongue)
    {
        foreach (var (title, words) in new[]
        {
            (SolutionTexts.Cause, solution.Cause), (SolutionTexts.Action, solution.Action), (SolutionTexts.Advice, solution.Advice),
        })
        {
            yield return new TextBlock(title.In(tongue)) { IsSubtle = true, Size = TextSize.Small };
            foreach (var line in Literal.Lines(words)) yield return line with { Spacing = Spacing.Small };
        }
    }

    internal static Text? Became(TicketView view, int entry, Reader reader) => view.Ticket switch
    {
        { SolvedEntry: var newest } when newest != entry => SolutionTexts.NotSolvedYet,
        { State: TicketState.Solved, ClosesAt: { } at } => SolutionTexts.ClosesOn(PromiseLines.LastDay(at, view, reader.Zone)),
        { State: TicketState.Solved } => null,
        { Closed: { } closed } => Formats.Sentence(PromiseLines.Closed(closed, view, reader.Zone)) + Text.Same("."),
        _ => SolutionTexts.NotSolvedYet,
    };
}
