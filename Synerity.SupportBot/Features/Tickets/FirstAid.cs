using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>How somebody stops the damage before anyone has answered.</summary>
/// <param name="Advice">A sentence or two, in the reader's language.</param>
/// <param name="ShowHow">The button that shows the steps; null: there are none.</param>
public sealed record FirstAid(string Advice, CardAction? ShowHow);

/// <summary>Knows how to stop a certain damage: the seam through which a crisis is met with what the house knows.</summary>
public interface IFirstAid
{
    /// <summary>Null: nothing fits.</summary>
    FirstAid? For(string words, Tongue tongue);
}

/// <summary>First aid for whatever happens: what fits, else what always holds.</summary>
public sealed class FirstAidKit(IEnumerable<IFirstAid> rooms)
{
    public FirstAid For(string words, Tongue tongue)
    {
        var plain = Urgency.Without(words);
        return rooms.Select(room => room.For(plain, tongue)).FirstOrDefault(aid => aid is not null) ?? new FirstAid(AcuteTexts.StopIt.In(tongue), null);
    }
}
