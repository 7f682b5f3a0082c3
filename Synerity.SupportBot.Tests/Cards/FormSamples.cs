using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The form of a new ticket, what asks where a text should go, and the small cards of the chat.</summary>
internal static class FormSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Forms(), .. Questions()];

    private static IEnumerable<CardSample> Forms()
    {
        yield return Form("dialog-empty", inDialog: true, _ => new TicketDraft());
        yield return Form("chat-empty", inDialog: false, _ => new TicketDraft());
        yield return Form("chat-prefilled", inDialog: false, cast => new TicketDraft(cast.What));
        yield return Form("dialog-unfolded", inDialog: true, cast => new TicketDraft(cast.What, "howTo", "stopped", cast.Link, cast.Affected));
        yield return Form("chat-corrected", inDialog: false, cast => Corrected(new TicketDraft("", "nonsense", "stopped", "ftp:" + cast.Link, cast.Affected)));
        yield return Form("dialog-corrected", inDialog: true, cast => Corrected(new TicketDraft("", "fault", "nonsense", "ftp:" + cast.Link, cast.Affected)));
        yield return Form("chat-too-old", inDialog: false, cast => new TicketDraft(cast.What), TicketTexts.FormTooOld);
        yield return Form("dialog-continued", inDialog: true, cast => new TicketDraft(cast.Written, Refers: "NORD-3"), EndingTexts.ClosedLongAgo(TicketKey.Parse("NORD-3")));
        yield return Form("chat-taken-back", inDialog: false, cast => new TicketDraft(cast.Written), TicketTexts.TakenBack(Tickets.Key));
        yield return new CardSample("cancelled", typeof(CancelForm), world => world.AskAsync<CancelForm>(
            Who.CustomerOf(world), "", async (handler, turn) => await handler.HandleAsync(turn, new(), Inputs.None, default)));
    }

    private static CardSample Form(string name, bool inDialog, Func<Cast, TicketDraft> draft, Text? first = null) => new("ticket-form-" + name, typeof(TicketForm), world =>
        Task.FromResult(new Shown(TicketTexts.NewTicket.In(world.Tongue), TicketForm.For(CardWorld.Stamp, draft(world.Cast), world.Reader, inDialog, first))));

    private static TicketDraft Corrected(TicketDraft draft)
    {
        Assert.Null(TicketForm.Check(draft, out var corrected));
        return corrected;
    }

    private static IEnumerable<CardSample> Questions()
    {
        yield return Asked("ask-where-of-one", async world => await world.OpenAsync(Tier.Silver));
        yield return Asked("ask-where-of-technician", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.TakeAsync("2026-11-27 11:00");
        });
        yield return Asked("ask-where-of-three", async world =>
        {
            await world.OpenAsync(Tier.Silver, "2026-11-26 09:00", number: 16, what: world.Cast.Affected);
            await world.OpenAsync(Tier.Silver);
            await world.OpenAsync(Tier.Silver, "2026-11-27 12:00", number: 18, what: world.Cast.Written);
        });
        yield return Rated("asked", world => world.RenderAsync<RatingCard>(RatingCard.Of(Tickets.Key)));
        yield return Rated("corrected", async world =>
            Shown.Of(RatingCard.For(await world.ViewAsync(), world.Reader, "", world.Cast.Affected, RatingTexts.ChooseStars)));
        yield return Rated("thanked", async world =>
        {
            await world.StepAsync("2026-11-27 13:01", (ticket, now) => ticket.Rate(new Rating(4, null, now, world.Requester.Ref)));
            return await world.RenderAsync<RatingCard>(RatingCard.Of(Tickets.Key));
        });
        yield return new CardSample("rating-skipped", typeof(SkipRating), world => world.AskAsync<SkipRating>(
            Who.CustomerOf(world), "", async (handler, turn) => await handler.HandleAsync(turn, new("NORD-17"), Inputs.None, default)));
        yield return new CardSample("ask-reopen", typeof(WordsOnTicket), world =>
            world.RenderAsync<WordsOnTicket>(new("ask-reopen", "NORD-17", $"{CardWorld.Stamp.Nonce}|{CardWorld.Stamp.Day}")));
        yield return new CardSample("suggest-command", typeof(SuggestCommand), world => world.AskAsync<SuggestCommand>(
            Who.CustomerOf(world), world.Tongue == Tongue.Swedish ? "mina ärnden" : "my tickest", (handler, turn) => handler.UnderstandAsync(turn, default)));
        yield return new CardSample("welcome", typeof(Welcome), world => world.RenderAsync<Welcome>(new("welcome", "-")));
        yield return Help("help-customer", world => Who.CustomerOf(world));
        yield return Help("help-staff", Who.StaffOf);
    }

    private static CardSample Rated(string name, Func<CardWorld, Task<Shown>> show) => new("rating-" + name, typeof(RatingCard), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        await world.ResolveAsync("2026-11-27 11:40");
        await world.StepAsync("2026-11-27 13:00", (ticket, now) => ticket.Accept(world.Requester.Ref, now));
        return await show(world);
    });

    private static CardSample Asked(string name, Func<CardWorld, Task> happens) => new(name, typeof(AskWhere), async world =>
    {
        await happens(world);
        return await world.RenderAsync<AskWhere>(new("ask-where", "NORD", $"{CardWorld.Stamp.Nonce}|{CardWorld.Stamp.Day}"));
    });

    private static CardSample Help(string name, Func<CardWorld, Caller> who) => new(name, typeof(Help), world =>
        world.AskAsync<Help>(who(world), "", async (handler, turn) => await handler.HandleAsync(turn, default)));
}
