using CsCheck;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>The clock of the first answer is stopped and started by a technician, and says so on both sides.</summary>
public sealed class PauseClockTests
{
    private const string Secret = "hemlighet";

    [Fact]
    public async Task Both_sides_see_that_the_clock_stands_still_and_why_and_then_the_new_due()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;
        await app.AdvanceToAsync("2026-11-27 11:09");

        await app.PauseAsync(Cast.Anna, "NORD-1", "customerAsked", Secret);
        var (customer, desk, due) = (app.TicketCard(Cast.Maria, "NORD-1").Words, app.DeskCard("NORD-1").Words, await DueAsync(app));
        await app.AdvanceToAsync("2026-11-27 15:09");
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Starta klockan igen");

        Assert.Contains("\nVäntar på tekniker\nKlockan för svar står still, pausad i dag 11:09\nNi har bett oss vänta.\nSkriv till", customer, StringComparison.Ordinal);
        Assert.Contains("\nKlockan för svar står still, pausad i dag 11:09\nKunden har bett oss vänta\nFredag 11:09: startar klockan nu blir det svar senast måndag 30 november 09:09.\n", desk, StringComparison.Ordinal);
        Assert.Contains($"\nIntern anteckning, Anna Berg\n{Secret}\n", desk, StringComparison.Ordinal);
        Assert.Null(due);
        Assert.Contains("\nSvar senast måndag 30 november 13:09\n8 timmar öppettid från i dag 10:09. Helgen och pausen räknas inte.\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nSvar senast måndag 30 november 13:09\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(BotApp.InStockholm("2026-11-30 13:09"), await DueAsync(app));
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    [Fact]
    public async Task A_status_answer_says_it_plainly_and_when_the_answer_would_be_due()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        await app.PauseAsync(Cast.Anna, "NORD-1", "other", "Vi väntar in Lena.", isPublic: true);
        await app.AdvanceToAsync("2026-11-30 09:00");

        await app.SayAsync(Cast.Maria, "hur går det");

        Assert.Equal(
            "Anna Berg har NORD-1 men har inte svarat än. Klockan för ert svar står still, den pausades fredag 27 november 10:09. Teknikern behöver vänta med svaret.", app.ChatOf(Cast.Maria)[^2].Words);
        Assert.Contains(
            "\nKlockan för svar står still, pausad fredag 27 november 10:09\nTeknikern behöver vänta med svaret.\nVi väntar in Lena.\nMåndag 09:00: startar klockan nu blir det svar senast i dag 17:00.\n",
            app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_stands_still_nobody_is_warned_and_afterwards_at_the_new_due()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Johan);
        await app.AdvanceToAsync("2026-11-27 11:09");
        await app.PauseAsync(Cast.Anna, "FJM-1", "agreedTime");
        var before = app.Channel.Count;
        await app.AdvanceToAsync("2026-11-27 16:59");
        Assert.Equal(before, app.Channel.Count);
        await app.AdvanceToAsync("2026-11-30 08:30");

        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Starta klockan igen");
        await app.AdvanceToAsync("2026-11-30 08:59");
        Assert.Equal(before, app.Channel.Count);
        await app.AdvanceToAsync("2026-11-30 09:00:01");
        await app.AdvanceToAsync("2026-11-30 09:30:01");

        Assert.Equal(
            ["FJM-1 (GULD) ska ha svar senast i dag 09:30. Ingen har tagit det.", "FJM-1 (GULD) skulle ha fått svar i dag 09:30. Ingen har tagit det."],
            app.Channel.Skip(before).Select(message => message.Summary));
    }

    [Fact]
    public async Task An_answer_ends_the_pause_and_came_in_time()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Johan);
        await app.PauseAsync(Cast.Anna, "FJM-1", "customerAsked");
        await app.AdvanceToAsync("2026-12-02 10:00");

        await app.AnswerAsync(Cast.Anna, app.DeskCard("FJM-1"), "Nu ska vi titta.");

        Assert.Contains("\nBesvarat i dag 10:00, i tid\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Starta klockan igen", app.DeskCard("FJM-1").Card!.Buttons);
        Assert.Contains("\"to\":\"2026-12-02T09:00:00", await RowAsync(app, "FJM", 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_must_be_chosen_and_other_reasons_need_words()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Pausa klockan");

        var none = await app.SubmitAsync(Cast.Anna, dialog, "Pausa klockan", ("reason", "nonsense"));
        var silent = await app.SubmitAsync(Cast.Anna, none, "Pausa klockan", ("reason", "other"), ("public", "true"));
        var longer = await app.SubmitAsync(Cast.Anna, silent, "Pausa klockan", ("reason", "other"), ("words", new string('x', 501)));

        Assert.Equal("⚠ Välj varför klockan ska stå still.", none.Card!.ErrorBeside("reason"));
        Assert.Equal("⚠ Skriv varför med dina ord.", silent.Card!.ErrorBeside("words"));
        Assert.Equal("true", silent.Card["public"]);
        Assert.Equal("⚠ Det blev för långt. Korta ner det till 500 tecken.", longer.Card!.ErrorBeside("words"));
        Assert.DoesNotContain("står still", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_guarantee_or_after_the_due_there_is_nothing_to_pause()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Sara);
        await app.TicketAsync(Cast.Johan);
        var early = await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Pausa klockan");
        await app.AdvanceToAsync("2026-11-27 12:10");

        var late = await app.SubmitAsync(Cast.Anna, early, "Pausa klockan", ("reason", "customerAsked"));

        Assert.DoesNotContain("Pausa klockan", app.DeskCard("BJORK-1").Card!.Buttons);
        Assert.Contains("Svarstiden för FJM-1 har redan gått ut. En paus ändrar inget.", late.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pausa klockan", app.DeskCard("FJM-1").Card!.Buttons);
    }

    [Fact]
    public async Task What_the_customer_may_not_read_reaches_no_customer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PauseAsync(Cast.Anna, "NORD-1", "other", Secret);
        var answers = new List<Answered>();
        foreach (var who in new[] { Cast.Maria, Cast.Lena })
        {
            foreach (var words in new[] { "mina ärenden", "NORD-1", "hur går det" }) answers.Add(await app.SayAsync(who, words));
        }

        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Starta klockan igen");

        var customers = new[] { Cast.Maria, Cast.Lena }.Select(who => who.ChatId).ToHashSet();
        Assert.Contains(app.Connector.Calls, call => call.Body?.GetRawText().Contains(Secret, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(app.Connector.Calls, call => call.ConversationId is { } place && customers.Contains(place) && call.Body?.GetRawText().Contains(Secret, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(answers, answer => answer.Raw.Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>What lists order by is what the clock says, whatever was done in whichever order.</summary>
    [Fact]
    public void The_stored_due_is_always_the_clock_s()
    {
        var clock = new PromiseClock(new WorkingHours(Timetable.Standard(evesClosed: true)), Microsoft.Extensions.Options.Options.Create(new SlaOptions()));
        var (maria, anna) = (new PersonRef("t", "maria"), new PersonRef("p", "anna"));
        var start = new DateTimeOffset(2026, 11, 26, 7, 0, 0, TimeSpan.Zero);
        var acts = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40_000]).Array[0, 12];
        Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 2].Select(one => new[] { Tier.Free, Tier.Silver, Tier.Gold }[one]), acts).Sample((after, tier, deeds) =>
        {
            var (promise, now) = (new Promise(tier, new Agreement(tier).ResponseBudget), start.AddSeconds(after));
            var ticket = ((Step.Done)Ticket.Open(TicketKey.Parse("NORD-1"), maria, promise, new("det", TicketKind.Fault, Impact.CanWork), now, clock.DueOf(promise, now))).Ticket;
            foreach (var (deed, later) in deeds)
            {
                now = now.AddSeconds(later);
                var standing = clock.Of(ticket).At(now);
                var step = deed switch
                {
                    < 3 => ticket.Pause(anna, PauseReason.CustomerAsked, null, false, standing.DueAt, now),
                    < 6 => ticket.Resume(anna, standing.DueIfResumedNow, now),
                    6 => ticket.Take(anna, now),
                    7 or 8 => ticket.Write(maria, "ord", now),
                    _ => ticket.Answer(anna, "svar", asksCustomer: false, now),
                };
                ticket = step is Step.Done done ? done.Ticket : ticket;
                var known = clock.Of(ticket).At(now);
                if (ticket.DueAt != (ticket.Answered is null ? known.DueAt : null)) return false;
                if ((known.State == SlaState.Paused) != (ticket.Paused is not null) && tier != Tier.Free) return false;
            }

            return true;
        });
    }

    /// <summary>Null while it has none.</summary>
    private static async Task<DateTimeOffset?> DueAsync(BotApp app) => (await new TicketStore(app.Rows).ReadAsync(TicketKey.Parse("NORD-1"), default))!.Value.DueAt;

    private static async Task<string> RowAsync(BotApp app, string customer, long number) => (await app.Rows.ReadAsync($"c|{customer}", $"t|{number:D10}", default))!.Data;
}
