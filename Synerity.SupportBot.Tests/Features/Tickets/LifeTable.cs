using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Where a ticket of Maria's can be in its life. Anna has it unless nobody does.</summary>
public enum Life
{
    Untaken,
    Taken,
    Paused,
    AtVendor,
    Waiting,
    Released,
    Solved,
    Accepted,
    ClosedByItself,
    Withdrawn,
    ClosedLongAgo,
}

/// <summary>What can be done to a ticket, by the verb that does it.</summary>
public enum Act
{
    Take,
    Answer,
    Resolve,
    Note,
    HandOver,
    Release,
    Write,
    Accept,
    Reject,
    Withdraw,
    Reopen,
    Rate,
    Stop,
    Alarm,
    MakeAcute,
    Calm,
    Pause,
    Resume,
    SaySolved,
    Share,
    Unshare,
    Unfollow,
    Remind,
    WaitForVendor,
    EndVendorWait,
    PromiseUpdate,
    Correct,
    Merge,
}

public enum Role
{
    Requester,
    Colleague,

    /// <summary>Petra, with whom Maria has shared it.</summary>
    Follower,
    Contact,
    OtherCustomer,
    Holder,
    OtherTechnician,
    Administrator,
    Unlisted,
    Stranger,
}

/// <summary>Who may do what, and when: the rules as a table, apart from the code that keeps them.</summary>
internal static class LifeTable
{
    /// <summary>Stands for the day after the clock's.</summary>
    public const string Tomorrow = "tomorrow";

    /// <summary>One of Maria's that stays open.</summary>
    public const string FirstTicket = "NORD-1";

    private static readonly Life[] Open = [Life.Untaken, Life.Taken, Life.Paused, Life.AtVendor, Life.Waiting, Life.Released];
    private static readonly Life[] HeldByAnna = [Life.Taken, Life.Paused, Life.AtVendor, Life.Waiting];
    private static readonly Life[] Closed = [Life.Accepted, Life.ClosedByItself, Life.Withdrawn, Life.ClosedLongAgo];

    public static bool Allows(Life life, Act act, Role role) => act switch
    {
        Act.Take => IsTechnician(role) && life is Life.Untaken or Life.Released,
        Act.Answer => IsTechnician(role) && !Closed.Contains(life),
        Act.Resolve => Open.Contains(life) && (HeldByAnna.Contains(life) ? role == Role.Holder : IsTechnician(role)),
        Act.Note => IsTechnician(role),

        // To Kalle; Anna may give hers away, and Kalle may take it over.
        Act.HandOver => IsTechnician(role) && Open.Contains(life),
        Act.Release => role == Role.Holder && HeldByAnna.Contains(life),
        Act.Write => (IsTheirs(role) || role == Role.Follower) && (Open.Contains(life) || life == Life.Solved),
        Act.Accept or Act.Reject => IsTheirs(role) && life == Life.Solved,
        Act.Withdraw => IsTheirs(role) && Open.Contains(life),
        Act.Reopen => IsTheirs(role) && life is Life.Accepted or Life.ClosedByItself or Life.Withdrawn,
        Act.Stop => IsTheirs(role) && Open.Contains(life),

        // Silver has no acute lane; AcuteLifeTests has the table of those who do.
        Act.Alarm or Act.MakeAcute or Act.Calm => false,
        Act.Pause => IsTechnician(role) && life is Life.Untaken or Life.Taken or Life.AtVendor,
        Act.Resume => IsTechnician(role) && life == Life.Paused,
        Act.PromiseUpdate => IsTechnician(role) && Open.Contains(life),
        Act.Correct => IsTechnician(role) && !Closed.Contains(life),
        Act.Merge => IsTechnician(role) && !Closed.Contains(life),
        Act.WaitForVendor => IsTechnician(role) && Open.Contains(life),
        Act.EndVendorWait => IsTechnician(role) && life == Life.AtVendor,
        Act.SaySolved => IsTheirs(role) && (Open.Contains(life) || life == Life.Solved),
        Act.Rate => role == Role.Requester && life is Life.Accepted or Life.ClosedLongAgo,
        Act.Share => IsTheirs(role) && !Closed.Contains(life),
        Act.Unshare => IsTheirs(role),
        Act.Unfollow => role == Role.Follower,
        Act.Remind => IsTheirs(role) && life is Life.Untaken or Life.Taken or Life.Paused or Life.AtVendor,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>What is pressed, and what is filled in.</summary>
    public static (string Verb, (string Id, string Value)[] Typed) Press(Act act, string kalle, string edward, string petra) => act switch
    {
        Act.Take => ("tickets.take", []),
        Act.Answer => ("tickets.answer", [("words", "mitt svar")]),
        Act.Resolve => ("tickets.resolve", [("cause", "orsak"), ("action", "åtgärd"), ("advice", "råd")]),
        Act.Note => ("tickets.note", [("words", "min anteckning")]),
        Act.HandOver => ("tickets.hand-over", [("to", kalle), ("words", "")]),
        Act.Release => ("tickets.release", []),
        Act.Write => ("tickets.write", [("words", "mina ord om saken")]),
        Act.Accept => ("tickets.accept", []),
        Act.Reject => ("tickets.not-solved", [("words", "det är kvar")]),
        Act.Withdraw => ("tickets.withdraw", []),
        Act.Reopen => ("tickets.reopen", [("words", "nu är det här igen")]),
        Act.Stop => ("tickets.stopped", []),
        Act.Alarm => ("tickets.alarm", [("what", "allt står still"), ("phone", "")]),
        Act.MakeAcute => ("tickets.make-acute", [("words", "mina skäl")]),
        Act.Calm => ("tickets.calm", [("words", "mina skäl")]),
        Act.Pause => ("tickets.pause", [("reason", "customerAsked"), ("words", "")]),
        Act.Resume => ("tickets.resume", []),
        Act.PromiseUpdate => ("tickets.next-update", [("updateDay", Tomorrow), ("updateTime", "12:00")]),
        Act.Correct => ("tickets.correct", [("tier", "gold"), ("kind", "training"), ("words", "fel nivå")]),
        Act.Merge => ("tickets.merge", [("into", FirstTicket)]),
        Act.WaitForVendor => ("tickets.wait-for-vendor", [("day", "")]),
        Act.EndVendorWait => ("tickets.vendor-answered", []),
        Act.SaySolved => ("tickets.say-solved", []),
        Act.Rate => ("tickets.rate", [("stars", "4"), ("comment", "")]),
        Act.Share => ("tickets.share", [("who", edward), ("address", "")]),
        Act.Unshare => ("tickets.unshare", [("who", petra)]),
        Act.Unfollow => ("tickets.unfollow", []),
        Act.Remind => ("tickets.remind", []),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>What somebody's card of the ticket should have buttons for. Reopening an old one leads to the form of a new one.</summary>
    public static IEnumerable<Act> Offered(Life life, Role role) => Enum.GetValues<Act>()
        .Where(act => act is not (Act.SaySolved or Act.Unshare)) // stand on messages and in dialogs, not on the card
        .Where(act => act == Act.Reopen ? role == Role.Requester && Closed.Contains(life) : act != Act.Rate && Allows(life, act, role))
        .Where(act => (life, act) != (Life.Solved, Act.Write) && act != Act.Stop);

    /// <summary>Null: only asks.</summary>
    public static Act? ActOf(string button) => button switch
    {
        "Ta" => Act.Take,
        "Svara" => Act.Answer,
        "Markera löst" => Act.Resolve,
        "Intern anteckning" => Act.Note,
        "Lämna över" => Act.HandOver,
        "Släpp" => Act.Release,
        "Ja, det fungerar" => Act.Accept,
        "Nej, inte löst" => Act.Reject,
        "Dra tillbaka" => Act.Withdraw,
        "Öppna igen" => Act.Reopen,
        "Nästa besked" => Act.PromiseUpdate,
        "Rätta ärendet" => Act.Correct,
        "Slå ihop" => Act.Merge,
        "Vänta på monday.com" => Act.WaitForVendor,
        "monday.com har svarat" => Act.EndVendorWait,
        "Pausa klockan" => Act.Pause,
        "Starta klockan igen" => Act.Resume,
        "Dela med kollega" => Act.Share,
        "Sluta följa" => Act.Unfollow,
        "Påminn supporten" => Act.Remind,
        _ when button.StartsWith("Skriv till ", StringComparison.Ordinal) => Act.Write,
        _ => null,
    };

    public static Actor ActorOf(Role role) => role switch
    {
        Role.Requester => Cast.Maria,
        Role.Colleague => Cast.Edward,
        Role.Follower => Cast.Petra,
        Role.Contact => Cast.Lena,
        Role.OtherCustomer => Cast.Johan,
        Role.Holder => Cast.Anna,
        Role.OtherTechnician => Cast.Kalle,
        Role.Administrator => Cast.Administrator,
        Role.Unlisted => Cast.Unlisted,
        _ => Cast.Ulf,
    };

    private static bool IsTechnician(Role role) => role is Role.Holder or Role.OtherTechnician;

    private static bool IsTheirs(Role role) => role is Role.Requester or Role.Contact;
}
