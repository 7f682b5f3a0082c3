using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What a technician wrote to the bot in a ticket's thread. The words are kept with the forms until it is said what becomes of them.</summary>
/// <param name="Nonce">With the day: which form, see <see cref="FormStamp"/>.</param>
/// <param name="Writer">The id of the one whose words they are; nobody else's name may stand below them.</param>
public sealed record ThreadDraft(string Ticket, string Nonce, string Day, string Writer)
{
    internal FormStamp Stamp => new(Nonce, Day);

    /// <summary>Used by whichever of the buttons came first.</summary>
    internal FormStamp Decided => Stamp.Then("decided");

    internal Content ShownIn(string tenant) => new(ThreadAnswerCard.SourceKind, $"{Ticket}.{Nonce}", $"{Day}|{Writer}|{tenant}");
}

/// <summary>What became of a <see cref="ThreadDraft"/>.</summary>
internal enum ThreadEnd
{
    Sent,
    Noted,
    Cancelled,
}

/// <summary>
/// In the thread of a ticket's card, what a technician writes to the bot is meant for the ticket: the bot shows it and asks before anybody else
/// reads it. Commands stay commands, and so does the key of a ticket.
/// </summary>
public sealed class ThreadAnswer(TicketAccess access, CardAddresses messages) : IFreeText
{
    private const string ThreadMark = ";messageid=";

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: Staff staff, IsPersonal: false } || ShowStatus.KeyIn(turn.Text) is not null) return null;
        var (tenant, thread) = (turn.Where.TenantId, turn.Where.ConversationId);
        if (thread.IndexOf(ThreadMark, StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        if (await messages.TicketOfAsync(tenant, thread, thread[(at + ThreadMark.Length)..], cancellation) is not { } key) return null;
        if (await access.FindAsync(staff, key, cancellation) is not { } stored) return null;
        if (!staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (turn.Text.Length > WordsForm.MaxWords) return Reply.Refuse(TicketTexts.TooLong);
        var stamp = FormStamp.Issue(turn.Now);
        var draft = new ThreadDraft(key, stamp.Nonce, stamp.Day, staff.Person.Ref.Id);
        return Change.To(stored.Value.Key.Partition, new Decision(
            [stamp.Use(staff.Person.Ref, turn.Text)], [], new Reply { Living = draft.ShownIn(tenant) }));
    }
}

/// <summary>Shows the words in the thread, and whom they are for or what became of them.</summary>
public sealed class ThreadAnswerCard(TicketStore tickets, TicketViews views, ThreadDrafts drafts, TimeProvider clock) : ICardSource
{
    internal const string SourceKind = "thread-answer";

    public string Kind => SourceKind;

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var (subject, detail) = (content.Subject.Split('.'), content.Detail!.Split('|'));
        var (key, writer) = (TicketKey.Parse(subject[0]), new PersonRef(detail[2], detail[1]));
        var draft = new ThreadDraft(subject[0], subject[1], detail[0], writer.Id);
        if (await drafts.ReadAsync(key, draft, writer, cancellation) is not { } kept) return null;
        if (await tickets.ReadAsync(key, cancellation) is not { } stored) return null;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        return For(view, draft, kept.Words, kept.End is { } end ? Ended(end, kept.Writer, view, recipient.Reader.Zone) : null, recipient.Reader);
    }

    /// <param name="ended">What became of it; null: nothing yet.</param>
    internal static Rendered For(TicketView view, ThreadDraft draft, string words, Text? ended, Reader reader)
    {
        var (tongue, closed) = (reader.Tongue, view.Ticket.State == TicketState.Closed);
        var head = ended ?? (closed ? ThreadTexts.ItIsClosed : ThreadTexts.ShouldItGo(view.RequesterName));
        var reads = TicketTexts.ReadsIn(view.Requester?.Reader.Tongue ?? Tongue.Swedish);
        var body = new List<Element> { Literal.Block(head.In(tongue), weight: TextWeight.Bolder) };
        if (ended is null) body.Add(Literal.Block($"{view.Ticket.Key} · {reads.In(tongue)}", TextSize.Small, subtle: true));
        body.Add(new Container([.. Literal.Lines(words)]) { Style = ContainerStyle.Emphasis });
        CardAction[] decide =
        [
            .. closed ? Array.Empty<CardAction>() : [Button.For<SendFromThread, ThreadDraft>(TicketTexts.SendTo(view.RequesterName), draft, tongue) with { Style = ActionStyle.Positive }],
            Button.For<NoteFromThread, ThreadDraft>(HandlingTexts.SaveAsNote, draft, tongue),
            Button.Without<CancelThreadAnswer, ThreadDraft>(TicketTexts.Cancel, draft, tongue),
        ];
        return new Rendered(head.In(tongue), new AdaptiveCard(body, ended is null ? decide : [], reader.Lang()), Ticket: view.Ticket.Key.ToString());
    }

    /// <summary>As the stamp keeps it: what, and when in Unix seconds.</summary>
    internal static string Stored(ThreadEnd end, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{end}|{now.ToUnixTimeSeconds()}");

    private static Text Ended(string stored, Text by, TicketView view, TimeZoneInfo zone)
    {
        var parts = stored.Split('|');
        var when = Formats.Moment(DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)), view.Now, zone);
        return Enum.Parse<ThreadEnd>(parts[0]) switch
        {
            ThreadEnd.Sent => ThreadTexts.SentBy(by, view.RequesterName, when),
            ThreadEnd.Noted => ThreadTexts.NotedBy(by, when),
            _ => ThreadTexts.CancelledBy(by),
        };
    }
}
