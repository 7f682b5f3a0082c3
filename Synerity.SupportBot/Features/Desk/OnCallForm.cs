using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>The dialog in which an administrator says who is alerted, in order: ordinarily, or in one week.</summary>
public sealed class OnCallForm(OnCallStore list, Technicians technicians) : ICardAction<OnCallForm.Data>
{
    internal const string Rotates = "rotates";

    /// <summary>A card holds so many choices in all.</summary>
    private const int MostChoices = 110;

    /// <param name="Week">The Monday, <c>yyyy-MM-dd</c>; null: the ordinary order.</param>
    public sealed record Data(string? Week = null);

    public static string Verb => "desk.on-call-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!ShowOnCall.IsAdministrator(turn.Caller)) return Reply.Refuse(DeskTexts.AdministratorsOnly);
        var all = await technicians.AllAsync(turn.Person.Ref.TenantId, cancellation);
        return all.Count == 0
            ? Reply.Refuse(OnCallTexts.NoTechnicians)
            : Reply.Ask(Now(await list.ReadAsync(cancellation), all, Monday(data.Week), turn.Reader, error: null));
    }

    internal static DateOnly? Monday(string? week) =>
        DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? OnCallList.MondayOf(day) : null;

    internal static string Place(int number) => $"p{number}";

    /// <summary>How many places there are to fill in.</summary>
    internal static int Places(int technicians) => Math.Clamp(MostChoices / Math.Max(technicians, 1), 1, Math.Min(OnCallList.Most, Math.Max(technicians, 1)));

    /// <summary>The form as the list stands.</summary>
    internal static Dialog Now(Stored<OnCallList>? stored, IReadOnlyList<Person> all, DateOnly? week, Reader reader, Text? error)
    {
        var known = stored?.Value ?? OnCallList.Empty;
        var order = week is { } monday ? known.IsSpecial(monday) ? known.In(monday) : [] : known.Order;
        return For(all, week, stored?.Tag, [.. order.Select(person => person.Id)], known.Rotates, reader, error);
    }

    /// <param name="tag">The state of the list that is being changed; null: there is none yet.</param>
    internal static Dialog For(IReadOnlyList<Person> all, DateOnly? week, string? tag, IReadOnlyList<string> chosen, bool rotates, Reader reader, Text? error)
    {
        var tongue = reader.Tongue;
        var title = week is { } monday ? OnCallTexts.Title + Text.Same(" ") + OnCallTexts.Week(Formats.ShortDate(monday), Formats.ShortDate(monday.AddDays(6))) : OnCallTexts.Title;
        Choice[] choices = [new(OnCallTexts.Nobody.In(tongue), "-"), .. all.Select(person => new Choice(Shorten.To(40, person.Name), person.Ref.Id))];
        var body = new List<Element>();
        if (week is not null) body.Add(new TextBlock(OnCallTexts.LeaveEmpty.In(tongue)) { IsSubtle = true });
        for (var at = 1; at <= Places(all.Count); at++)
        {
            body.Add(new InputChoiceSet(OnCallTexts.Place(at).In(tongue), choices)
            {
                Id = Place(at), Style = ChoiceStyle.Compact, Value = chosen.ElementAtOrDefault(at - 1) is { Length: > 0 } id ? id : "-",
            });
        }

        if (week is null) body.Add(new InputToggle(OnCallTexts.Turns.In(tongue), OnCallTexts.TakeTurns.In(tongue)) { Id = Rotates, Value = rotates ? "true" : "false" });
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        var save = Button.InDialog<SaveOnCall, SaveOnCall.Data>(OnCallTexts.Save, new(week is { } at2 ? OnCallList.NameOf(at2) : null, tag), tongue);
        return new Dialog(title, new AdaptiveCard(body, [save with { Style = ActionStyle.Positive }], reader.Lang()));
    }
}

/// <summary>The order is saved, unless somebody else changed the list since the form was opened.</summary>
public sealed class SaveOnCall(OnCallStore list, Technicians technicians) : ICardAction<SaveOnCall.Data>
{
    /// <param name="Tag">The state of the list when the form was opened; null: there was none.</param>
    public sealed record Data(string? Week = null, string? Tag = null);

    public static string Verb => "desk.save-on-call";

    public string? PartitionOf(Data data) => OnCallStore.Partition;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!ShowOnCall.IsAdministrator(turn.Caller)) return Reply.Refuse(DeskTexts.AdministratorsOnly);
        var (stored, week, me) = (await list.ReadAsync(cancellation), OnCallForm.Monday(data.Week), turn.Person.Ref);
        var all = await technicians.AllAsync(me.TenantId, cancellation);
        if (stored?.Tag != data.Tag) return Reply.Ask(OnCallForm.Now(stored, all, week, turn.Reader, OnCallTexts.ChangedMeanwhile));

        string[] chosen = [.. Enumerable.Range(1, OnCallList.Most).Select(at => inputs[OnCallForm.Place(at)]).Where(id => id is not ("" or "-"))];
        PersonRef[] order = [.. chosen.Select(id => all.FirstOrDefault(person => person.Ref.Id == id)?.Ref).OfType<PersonRef>()];
        if (order.Distinct().Count() < order.Length)
        {
            return Reply.Ask(OnCallForm.For(all, week, data.Tag, chosen, inputs.IsOn(OnCallForm.Rotates), turn.Reader, OnCallTexts.Twice));
        }

        var (known, thisWeek) = (stored?.Value ?? OnCallList.Empty, OnCallList.WeekOf(turn.Now));
        var changed = week is { } monday ? known.Only(monday, order, thisWeek) : known.Ordinary(order, inputs.IsOn(OnCallForm.Rotates), thisWeek);
        return Change.To(OnCallStore.Partition, new Decision(
            [OnCallStore.Write(stored, changed with { ChangedBy = me, ChangedAt = turn.Now })],
            [],
            new Reply { Words = OnCallTexts.Saved, Told = ShowOnCall.Of(turn) }));
    }
}
