using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Where a ticket of Johan's, who has the acute lane, can be.</summary>
public enum AcuteLife
{
    Untaken,
    Taken,
    AlarmOut,

    /// <summary>Anna had it before the alarm and has not answered that.</summary>
    AlarmOutHeld,
    AlarmTaken,
    Calmed,
    Solved,
    Closed,
}

/// <summary>Every state × action × role of the acute lane through <c>POST /api/messages</c>: what is allowed adds to the timeline, what is refused changes nothing and says why.</summary>
public sealed class AcuteLifeTests
{
    private static readonly AcuteLife[] Open = [AcuteLife.Untaken, AcuteLife.Taken, AcuteLife.AlarmOut, AcuteLife.AlarmOutHeld, AcuteLife.AlarmTaken, AcuteLife.Calmed];
    private static readonly AcuteLife[] Acute = [AcuteLife.AlarmOut, AcuteLife.AlarmOutHeld, AcuteLife.AlarmTaken];
    private static readonly AcuteLife[] HeldByAnna = [AcuteLife.Taken, AcuteLife.AlarmOutHeld, AcuteLife.AlarmTaken, AcuteLife.Calmed];

    private static readonly Dictionary<string, (string Id, string Value)[]> Acts = new()
    {
        ["tickets.alarm"] = [("what", "allt står still"), ("phone", "")],
        ["tickets.stopped"] = [],
        ["tickets.make-acute"] = [("words", "mina skäl")],
        ["tickets.calm"] = [("words", "mina skäl")],
        ["tickets.take"] = [],
        ["tickets.release"] = [],
    };

    public static TheoryData<AcuteLife> Lives => [.. Enum.GetValues<AcuteLife>()];

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Each_action_is_done_by_whom_and_when_the_table_allows_it(AcuteLife life)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 09:00");
        var wrong = new List<string>();
        var refusedOn = await MakeAsync(app, life);
        foreach (var (verb, typed) in Acts)
        {
            foreach (var role in new[] { Role.Requester, Role.Colleague, Role.Holder, Role.OtherTechnician, Role.Administrator, Role.Unlisted, Role.Stranger })
            {
                var (who, allowed) = (ActorOf(role), Allows(life, verb, role));
                var ticket = allowed ? await MakeAsync(app, life) : refusedOn;
                var before = await EntriesAsync(app, ticket);
                var answer = await app.SettledAsync(app.Pressing(who, ticket, verb, typed));
                var more = await EntriesAsync(app, ticket) - before;
                if (allowed ? more < 1 : more != 0 || answer.Words.Length == 0) wrong.Add($"{life} × {verb} × {role}: {more} entries, {answer.Words}");
            }
        }

        Assert.Empty(wrong);
    }

    private static bool Allows(AcuteLife life, string verb, Role role) => verb switch
    {
        "tickets.alarm" => role == Role.Requester && Open.Except(Acute).Contains(life),

        // On an acute ticket the words go to its technician like any others.
        "tickets.stopped" => role == Role.Requester && Open.Contains(life),
        "tickets.make-acute" => IsTechnician(role) && Open.Except(Acute).Contains(life),
        "tickets.calm" => (role == Role.Requester || IsTechnician(role)) && Acute.Contains(life),
        "tickets.take" => IsTechnician(role) && life is AcuteLife.Untaken or AcuteLife.AlarmOut or AcuteLife.AlarmOutHeld,
        _ => role == Role.Holder && HeldByAnna.Except(Acute).Contains(life),
    };

    private static bool IsTechnician(Role role) => role is Role.Holder or Role.OtherTechnician;

    /// <summary>A colleague from another customer, for Johan is alone at his.</summary>
    private static Actor ActorOf(Role role) => role switch
    {
        Role.Requester => Cast.Johan,
        Role.Colleague => Cast.Lena,
        _ => LifeTable.ActorOf(role),
    };

    private static async Task<string> MakeAsync(BotApp app, AcuteLife life)
    {
        await app.TicketAsync(Cast.Johan, $"det gäller {life}");
        var ticket = $"FJM-{(await app.Rows.RangeAsync("c|FJM", "t|", "t|~", 1000, CancellationToken.None)).Count}";
        if (life is AcuteLife.Taken or AcuteLife.AlarmOutHeld) await app.SettledAsync(app.Pressing(Cast.Anna, ticket, "tickets.take"));
        if (life is not (AcuteLife.Untaken or AcuteLife.Taken)) await app.AlarmOnAsync(Cast.Johan, ticket);
        if (life is AcuteLife.AlarmTaken or AcuteLife.Calmed or AcuteLife.Solved) await app.SettledAsync(app.Pressing(Cast.Anna, ticket, "tickets.take"));
        if (life == AcuteLife.Calmed) await app.SettledAsync(app.Pressing(Cast.Johan, ticket, "tickets.calm"));
        if (life == AcuteLife.Solved) await app.SettledAsync(app.Pressing(Cast.Anna, ticket, "tickets.resolve", ("cause", "orsak"), ("action", "åtgärd"), ("advice", "råd")));
        if (life == AcuteLife.Closed) await app.SettledAsync(app.Pressing(Cast.Johan, ticket, "tickets.withdraw"));
        return ticket;
    }

    private static async Task<int> EntriesAsync(BotApp app, string ticket)
    {
        var prefix = $"l|{int.Parse(ticket.Split('-')[1], null):D10}";
        return (await app.Rows.RangeAsync("c|FJM", prefix, prefix + "~", 1000, CancellationToken.None)).Count;
    }
}
