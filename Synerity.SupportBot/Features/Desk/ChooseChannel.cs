using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>
/// <em>Kanal</em>, written where it is meant: tickets come to this channel from now on. When an administrator installs the app in a team and
/// none is chosen yet, the channel picked at installation is taken.
/// </summary>
public sealed class ChooseChannel(AddressBook channels) : ITextCommand, IArrival
{
    public static CommandWords Words { get; } = new(
        ["kanal", "använd den här kanalen", "ärenden hit"],
        ["channel", "use this channel", "tickets here"],
        Help: new("låt ärendena komma till kanalen där du skriver det (administratör)", "let tickets come to the channel where you write it (administrators)"));

    public static bool IsFor(Caller caller) => caller is Staff;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (!MayChoose(turn.Caller)) return Task.FromResult<Outcome>(Reply.Refuse(DeskTexts.AdministratorsOnly));
        return Task.FromResult<Outcome>(turn.Where.ConversationType == "channel" ? Choose(turn) : Reply.Refuse(DeskTexts.WriteItInTheChannel));
    }

    public async Task<Outcome?> ArriveAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { IsPersonal: false, Where.ConversationType: "channel" }) return null;
        if (turn.Caller is not Staff) return Reply.Say(DeskTexts.NotHere);
        if (await channels.ChannelAsync(ToChannel.Tickets, cancellation) is not null) return Reply.Say(DeskTexts.HelloAgain);
        return MayChoose(turn.Caller) ? Choose(turn) : Reply.Say(DeskTexts.AskAnAdministrator);
    }

    private static bool MayChoose(Caller caller) => caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Administrator);

    private static Change Choose(Turn turn)
    {
        var channel = turn.Team?.ChannelId ?? turn.Where.ConversationId.Split(';')[0];
        return Change.To(
            AddressBook.ChannelPartition,
            new Decision([AddressBook.WriteChannel(ToChannel.Tickets, turn.Where with { ConversationId = channel })], [], Reply.Say(DeskTexts.ComeHere)));
    }
}

/// <summary>Sentences of the technicians' desk.</summary>
internal static class DeskTexts
{
    public static readonly Text AdministratorsOnly = new("Det kan bara en administratör göra.", "Only an administrator can do that.");

    public static readonly Text WriteItInTheChannel = new(
        "Skriv det i kanalen som ärendena ska komma till, så vet jag vilken du menar.", "Write it in the channel that tickets should come to, so I know which you mean.");

    public static readonly Text ComeHere = new(
        "Då kommer ärendena hit. Varje ärende blir en tråd som visar vem som har det och när svaret ska vara ute.",
        "Tickets come here from now on. Each becomes a thread that shows who has it and when the answer is due.");

    public static readonly Text HelloAgain = new(
        "Hej! Ärendena kommer redan till en annan kanal. Skriv kanal till mig här om de ska hit i stället.",
        "Hi! Tickets already come to another channel. Write channel to me here if they should come here instead.");

    public static readonly Text AskAnAdministrator = new(
        "Hej! En administratör behöver skriva kanal till mig i den kanal som ärendena ska komma till.",
        "Hi! An administrator needs to write channel to me in the channel that tickets should come to.");

    public static readonly Text NotHere = new(
        "Jag svarar bara i privat chatt, så att ingen annan läser era ärenden. Sök upp mig bland apparna och skriv där.",
        "I only answer in private chats, so that nobody else reads your tickets. Find me among your apps and write there.");
}
