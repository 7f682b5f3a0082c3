using System.Text.Json;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// What a handler returns. It neither sends nor writes: a <see cref="Reply"/> changes nothing, a <see cref="Change"/> is committed by the
/// turn together with its inbox row and its reply, and decided again when somebody else was faster.
/// </summary>
public abstract record Outcome;

/// <summary>The answer to the person of this turn, whatever the surface (see <see cref="Answer"/>).</summary>
public sealed record Reply : Outcome
{
    /// <summary>Said first: a message, a notice, or the first line of the card that replaces the pressed one.</summary>
    public Text? Words { get; init; }

    /// <summary>A living card, rendered from what is stored when the answer goes out.</summary>
    public Content? Living { get; init; }

    /// <summary>A message of its own that is rendered from what is stored when the answer goes out, such as a receipt.</summary>
    public Content? Told { get; init; }

    /// <summary>A card of this moment. A <see cref="Change"/> uses <see cref="Living"/> or <see cref="Told"/> instead, which survive a crash.</summary>
    public AdaptiveCard? Card { get; init; }

    /// <summary>A form: a dialog where one can be shown, a card in the chat where not.</summary>
    public Dialog? Dialog { get; init; }

    /// <summary>What a search of the compose box lists.</summary>
    public FoundThings? Found { get; init; }

    /// <summary>The ticket that a written answer to this belongs to, where no living card says it.</summary>
    public string? Ticket { get; init; }

    /// <summary>What a plain yes or no to this answer counts as.</summary>
    public YesNo? Asks { get; init; }

    /// <summary>Words that are still to be made; they go out as they come, in place of <see cref="Words"/> and <see cref="Card"/>, which go
    /// out when nothing comes of it. Only where the answer is a message and nothing is stored.</summary>
    public ILiveAnswer? Live { get; init; }

    /// <summary>Set for an answer that the answer to a message seconds later may replace.</summary>
    public Passing? Passing { get; init; }

    /// <summary>Nothing to say: a dialog closes, a message stays unanswered.</summary>
    public static Reply Silence { get; } = new();

    public static Reply Say(Text words) => new() { Words = words };

    public static Reply Show(Text words, AdaptiveCard card) => new() { Words = words, Card = card };

    /// <summary>No, and why: a value, not a fault. Changes nothing.</summary>
    public static Reply Refuse(Text why, Content? living = null) => new() { Words = why, Living = living };

    public static Reply Ask(Dialog dialog) => new() { Dialog = dialog };
}

/// <summary>The data of the buttons that a written yes or no stands for.</summary>
/// <param name="Question">What had been asked before, for whoever wants a person instead.</param>
/// <param name="YesWords">What the button says, in the reader's language: writing it counts too.</param>
public sealed record YesNo(JsonElement Yes, JsonElement No, string? YesWords = null, string? NoWords = null, string? Question = null)
{
    /// <summary>As <see cref="Rendered.Asks"/> keeps it.</summary>
    public string Stored() => StoredJson.Write(this);
}

/// <param name="Height"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
public sealed record Dialog(Text Title, AdaptiveCard Card, string Height = "medium");

/// <summary>Rows and effects of one partition and the reply that follows if they are written.</summary>
/// <param name="Counter">With a counter: <paramref name="Decide"/> gets its next number; without: 0.</param>
/// <param name="Decide">Pure; may be called several times.</param>
public sealed record Change(string Partition, string? Counter, Func<long, Decision> Decide) : Outcome
{
    public static Change To(string partition, Decision decision) => new(partition, null, _ => decision);
}

public sealed record Decision(IReadOnlyList<RowWrite> Rows, IReadOnlyList<Effect> Effects, Reply Reply);
