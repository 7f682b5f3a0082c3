using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>The dialog in which staff write an article in both languages: empty, or filled in from a solved ticket.</summary>
public sealed class WriteDraft(TicketAccess access) : ICardAction<WriteDraft.Data>
{
    public sealed record Data(string? Ticket = null);

    public static string Verb => "knowledge.write-draft";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff) return Reply.Refuse(GapTexts.StaffOnly);
        var filled = new DraftFields();
        if (data.Ticket is { } key)
        {
            if (turn.Caller is not Staff { Roles: var roles } || !roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
            if (await access.FindAsync(turn.Caller, key, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
            if (stored.Value.Resolution is not { } solution) return Reply.Refuse(GapTexts.NotResolved);
            filled = DraftFields.From(stored.Value, solution, Recognition.Of(solution.Action) == Recognised.English ? Tongue.English : Tongue.Swedish);
        }

        return Reply.Ask(DraftForm.For(FormStamp.Issue(turn.Now), data.Ticket, filled, turn.Reader));
    }
}

/// <summary>The article was written: it waits for an administrator, who is told in the channel.</summary>
public sealed class SaveDraft(Forms forms) : ICardAction<SaveDraft.Data>
{
    public sealed record Data(string Nonce, string Day, string? Ticket = null);

    public static string Verb => "knowledge.save-draft";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff) return Reply.Refuse(GapTexts.StaffOnly);
        var stamp = new FormStamp(data.Nonce, data.Day);
        if (await forms.OutcomeOfAsync(PublishedArticles.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(GapTexts.AdministratorsPublish);
        var fields = DraftFields.From(inputs);
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(DraftForm.For(FormStamp.Issue(turn.Now), data.Ticket, fields, turn.Reader));
        if (fields.Check() is { Errors.Count: > 0 } wrong) return Reply.Ask(DraftForm.For(stamp, data.Ticket, wrong, turn.Reader));
        var ticket = TicketKey.TryParse(data.Ticket ?? "", out _) ? data.Ticket : null;
        var draft = new Draft(stamp.Nonce, fields.Swedish, fields.English, fields.Keywords, turn.Person.Ref, turn.Now, ticket);
        return Change.To(PublishedArticles.Partition, new Decision(
            [Drafts.Insert(draft), stamp.Use(turn.Person.Ref, draft.Id)],
            [new Send(new ToChannel(ToChannel.Tickets), DraftNews.Of(draft.Id))],
            Reply.Say(GapTexts.AdministratorsPublish)));
    }
}

/// <summary>What the channel is told of a new draft.</summary>
public sealed class DraftNews(Drafts drafts, AddressBook people) : ICardSource
{
    private const string SourceKind = "draft";

    public string Kind => SourceKind;

    public static Content Of(string id) => new(SourceKind, id);

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await drafts.ReadAsync(content.Subject, cancellation) is not { Value: { } draft }) return null;
        var tongue = recipient.Reader.Tongue;
        var name = (await people.FindAsync(draft.By, cancellation))?.Name ?? TicketTexts.ATechnician.In(tongue);
        var words = GapTexts.NewDraft(name, draft.Of(tongue).Title).In(tongue);
        return new Rendered(words, new AdaptiveCard(
            [Literal.Block(words), Literal.Block(draft.Of(tongue).Summary, subtle: true)],
            [Button.Opens<ReviewDraft, ReviewDraft.Data>(GapTexts.Review, new(draft.Id), tongue)],
            recipient.Reader.Lang()));
    }
}
