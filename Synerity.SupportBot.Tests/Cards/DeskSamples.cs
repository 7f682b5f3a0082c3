using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The technicians' side: the card in their channel, and the dialogs of both sides.</summary>
internal static class DeskSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Cards(), .. Dialogs()];

    private static IEnumerable<CardSample> Cards()
    {
        yield return Desk("untaken", async world => await world.OpenAsync(Tier.Silver));
        yield return Desk("untaken-linked", async world => await world.OpenAsync(Tier.Gold, linked: true));
        yield return Desk("untaken-free", async world => await world.OpenAsync(Tier.Free));
        yield return Desk("untaken-long", async world => await world.OpenAsync(
            Tier.Gold, what: NewTicket.Shortened(world.Cast.What + "\n\n" + string.Join(' ', Enumerable.Repeat(world.Cast.Written, 30)))));
        yield return Desk("taken-written", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.TakeAsync("2026-11-27 11:20");
            await world.WriteAsync("2026-11-27 16:33");
        });
        yield return Desk("waiting-for-customer", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.AnswerAsync("2026-11-30 08:14", asks: true);
        });
        yield return Desk("answered-late", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.AnswerAsync("2026-11-27 13:05");
        });
        yield return Desk("continued", async world => await world.OpenAsync(Tier.Gold, refers: "NORD-3"));
        yield return Desk("withdrawn", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Withdraw(world.Requester.Ref, now));
        });
        yield return Desk("noted", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.TakeAsync("2026-11-27 11:20");
            await world.NoteAsync("2026-11-27 13:00");
        });
        yield return Desk("released", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.AnswerAsync("2026-11-27 11:20", asks: true);
            await world.StepAsync("2026-11-27 13:00", (ticket, now) => ticket.Release(world.Technician.Ref, now));
        });
        yield return new CardSample("desk-for-another", typeof(DeskCard), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.HandOverAsync("2026-11-27 11:20", world.Technician, world.Colleague);
            return Shown.Of(DeskCard.For(await world.ViewAsync(), world.Reader, Who.StaffOf(world)));
        });
        yield return Desk("solved", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.ResolveAsync("2026-11-27 11:40");
        });
        yield return Desk("closed", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.ResolveAsync("2026-11-27 11:40");
            await world.StepAsync("2026-11-27 13:00", (ticket, now) => ticket.Accept(world.Requester.Ref, now));
        });
        yield return Desk("rated", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.ResolveAsync("2026-11-27 11:40");
            await world.StepAsync("2026-11-27 13:00", (ticket, now) => ticket.Accept(world.Requester.Ref, now));
            await world.StepAsync("2026-11-27 13:01", (ticket, now) => ticket.Rate(new Rating(4, world.Cast.Affected, now, world.Requester.Ref)));
        });
        yield return Desk("breached", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            world.Goto("2026-11-27 13:00");
        });
    }

    private static CardSample Desk(string name, Func<CardWorld, Task> happens) => new("desk-" + name, typeof(DeskCard), async world =>
    {
        await happens(world);
        return await world.DeskAsync();
    });

    private static IEnumerable<CardSample> Dialogs()
    {
        yield return Answer("empty", (world, view) => AnswerForm.For(view, CardWorld.Stamp, world.Reader, "", waiting: false, error: null));
        yield return Answer("corrected", (world, view) => AnswerForm.For(view, CardWorld.Stamp, world.Reader, "", waiting: true, TicketTexts.WriteSomething));
        yield return Answer("kept", (world, view) => AnswerForm.For(view, CardWorld.Stamp, world.Reader, world.Cast.Answer, waiting: true, TicketTexts.FormTooOld));
        yield return Answer("again", (world, view) => AnswerForm.For(view, CardWorld.Stamp, world.Reader, "", waiting: false, error: null), answered: true);
        yield return Resolving("empty", _ => new ResolutionDraft());
        yield return Resolving("corrected", cast => new ResolutionDraft(cast.Cause, "", cast.Advice).Checked());
        yield return Objecting("dialog", inDialog: true, _ => "", error: null);
        yield return Objecting("chat", inDialog: false, _ => "", error: null);
        yield return Objecting("corrected", inDialog: false, cast => cast.Written, TicketTexts.FormTooOld);
        yield return Reopening("dialog", inDialog: true, _ => "", error: null);
        yield return Reopening("chat", inDialog: false, cast => cast.Written, error: null);
        yield return Reopening("corrected", inDialog: true, _ => "", TicketTexts.WhatMissing);
        yield return Noting("empty", _ => "", error: null);
        yield return Noting("corrected", cast => cast.Note, TicketTexts.FormTooOld);
        yield return Giving("empty", to: "", _ => "", error: null);
        yield return Giving("corrected", to: "", cast => cast.Note, HandlingTexts.ChooseSomebody);
        yield return Giving("chosen", to: "2", cast => cast.Note, TicketTexts.TooLong);
        yield return Write("to-support", taken: false, (world, view) => WriteForm.For(view, CardWorld.Stamp, world.Reader, "", error: null));
        yield return Write("to-technician", taken: true, (world, view) => WriteForm.For(view, CardWorld.Stamp, world.Reader, "", error: null));
        yield return Write("corrected", taken: true, (world, view) => WriteForm.For(view, CardWorld.Stamp, world.Reader, world.Cast.Written, TicketTexts.TooLong));
    }

    private static CardSample Answer(string name, Func<CardWorld, TicketView, SupportBot.Bot.Dialog> form, bool answered = false) =>
        new("answer-form-" + name, typeof(AnswerForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            if (answered) await world.AnswerAsync("2026-11-27 11:00");
            await world.WriteAsync("2026-11-27 16:33");
            return Shown.Of(form(world, await world.ViewAsync()), world.Tongue);
        });

    private static CardSample Resolving(string name, Func<Cast, ResolutionDraft> draft) => new("resolve-form-" + name, typeof(ResolveForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(ResolveForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, draft(world.Cast)), world.Tongue);
    });

    private static CardSample Objecting(string name, bool inDialog, Func<Cast, string> words, SupportBot.Language.Text? error) =>
        new("not-solved-form-" + name, typeof(WordsForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.ResolveAsync("2026-11-27 11:40");
            return Shown.Of(ObjectForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, words(world.Cast), error, inDialog), world.Tongue);
        });

    private static CardSample Reopening(string name, bool inDialog, Func<Cast, string> words, SupportBot.Language.Text? error) =>
        new("reopen-form-" + name, typeof(WordsForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.StepAsync("2026-11-27 11:40", (ticket, now) => ticket.Withdraw(world.Requester.Ref, now));
            return Shown.Of(ReopenForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, words(world.Cast), error, inDialog), world.Tongue);
        });

    private static CardSample Noting(string name, Func<Cast, string> words, SupportBot.Language.Text? error) => new("note-form-" + name, typeof(WordsForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(NoteForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, words(world.Cast), error), world.Tongue);
    });

    private static CardSample Giving(string name, string to, Func<Cast, string> words, SupportBot.Language.Text? error) =>
        new("hand-over-form-" + name, typeof(HandOverForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            return Shown.Of(
                HandOverForm.For(
                    await world.ViewAsync(), [WithId(world.Technician, "1"), WithId(world.Colleague, "2")], CardWorld.Stamp, world.Reader, to, words(world.Cast), error),
                world.Tongue);
        });

    /// <summary>Ids are random; approved cards are not.</summary>
    private static SupportBot.Outbox.Person WithId(SupportBot.Outbox.Person person, string id) => person with { Ref = person.Ref with { Id = id } };

    private static CardSample Write(string name, bool taken, Func<CardWorld, TicketView, SupportBot.Bot.Dialog> form) =>
        new("write-form-" + name, typeof(WriteForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            if (taken) await world.TakeAsync("2026-11-27 11:00");
            return Shown.Of(form(world, await world.ViewAsync()), world.Tongue);
        });
}
