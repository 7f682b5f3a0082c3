using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary><em>Aviseringar</em>: which of its messages a member of staff wants. Alarms come whatever is chosen.</summary>
public sealed class ShowNotices : ITextCommand, ICardSource
{
    private const string SourceKind = "notices";

    public static CommandWords Words { get; } = new(
        ["aviseringar", "avisering", "notiser", "tysta"],
        ["notices", "notifications", "mute"],
        Help: new("välj vad jag skriver till dig om", "choose what I write to you about"));

    public string Kind => SourceKind;

    public static bool IsFor(Caller caller) => caller is Staff;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(turn.IsPersonal ? new Reply { Card = For(turn.Person, turn.Reader) } : Reply.Say(NoticeTexts.InPrivate));

    internal static Content Of() => new(SourceKind, "-");

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation) =>
        Task.FromResult(recipient.Person is { } person ? new Rendered(NoticeTexts.Title.In(recipient.Reader.Tongue), For(person, recipient.Reader)) : null);

    internal static AdaptiveCard For(Person person, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element> { new TextBlock(NoticeTexts.Title.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading } };
        body.AddRange(NoticeKinds.All.Select(kind => new InputToggle(NoticeTexts.Label(kind).In(tongue), NoticeTexts.Of(kind).In(tongue))
        {
            Id = kind, Value = person.Mutes(kind) ? "false" : "true",
        }));
        body.Add(new TextBlock(NoticeTexts.AlarmsAlways.In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        return new AdaptiveCard(body, [Button.For<SaveNotices, SaveNotices.Data>(OnCallTexts.Save, new(), tongue) with { Style = ActionStyle.Positive }], reader.Lang());
    }
}

/// <summary>What somebody wants to hear is kept with the person.</summary>
public sealed class SaveNotices(AddressBook people) : ICardAction<SaveNotices.Data>
{
    public sealed record Data;

    public static string Verb => "desk.save-notices";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff) return Reply.Refuse(DeskTexts.AdministratorsOnly);
        if (await people.FindAsync(turn.Person.Ref.TenantId, turn.Person.ObjectId, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var muted = NoticeKinds.All.Where(kind => !inputs.IsOn(kind)).ToList();
        var after = stored.Value with { Muted = muted.Count > 0 ? string.Join(' ', muted) : null };
        return Change.To(AddressBook.PartitionOf(turn.Person.Ref), new Decision(
            [AddressBook.Write(stored, after)], [], new Reply { Words = muted.Count > 0 ? NoticeTexts.Saved : NoticeTexts.SavedAll, Told = ShowNotices.Of() }));
    }
}

internal static class NoticeTexts
{
    public static readonly Text Title = new("Vad ska jag skriva till dig om?", "What shall I write to you about?");
    public static readonly Text Saved = new("Sparat.", "Saved.");
    public static readonly Text SavedAll = new("Sparat. Du får allt.", "Saved. You'll get everything.");
    public static readonly Text AlarmsAlways = new(
        "Akuta larm kommer alltid. Allt annat väntar tills vi har öppet.", "Acute alerts always come. Everything else waits until we are open.");

    public static readonly Text InPrivate = new("Skriv det till mig i vår egen chatt, så ordnar vi det där.", "Write it to me in our own chat and we'll sort it out there.");

    public static Text Label(string kind) => kind switch
    {
        NoticeKinds.Customers => new("Kunder", "Customers"),
        NoticeKinds.Warnings => new("Varningar", "Warnings"),
        NoticeKinds.Colleagues => new("Kollegor", "Colleagues"),
        _ => new("Morgonen", "The morning"),
    };

    public static Text Of(string kind) => kind switch
    {
        NoticeKinds.Customers => new("Det kunder skriver på ärenden du har", "What customers write on tickets you have"),
        NoticeKinds.Warnings => new("När ett svar brådskar eller är sent", "When an answer is due or late"),
        NoticeKinds.Colleagues => new("Anteckningar och överlämningar", "Notes and hand-overs"),
        _ => new("Dagens lista klockan 08:00", "The day's list at 08:00"),
    };
}
