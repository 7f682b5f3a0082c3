using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary><em>Språk</em>: which language the person reads from now on.</summary>
public sealed class ChooseLanguage(AddressBook people) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["språk", "byt språk", "svenska", "på svenska", "språk svenska", "svenska tack"],
        ["language", "change language", "english", "in english", "engelska", "på engelska", "språk engelska", "language english", "english please"],
        Help: new("byt mellan svenska och engelska", "switch between Swedish and English"));

    public static bool IsFor(Caller caller) => true;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var said = CommandList.Normal(turn.Text);
        Tongue? wanted = Names(said, "engelska", "english") ? Tongue.English : Names(said, "svenska", "swedish") ? Tongue.Swedish : null;
        if (wanted is not { } tongue) return new Reply { Card = Ask(turn.Reader) };
        var stored = await people.FindAsync(turn.Person.Ref.TenantId, turn.Person.ObjectId, cancellation);
        if (stored is null) return Reply.Say(AgreementTexts.ReadsNow(tongue));

        // Said in the language that was chosen, whatever was read before.
        var words = AgreementTexts.ReadsNow(tongue).In(tongue);
        return Change.To(
            AddressBook.PartitionOf(turn.Person.Ref),
            new Decision([AddressBook.Write(stored, stored.Value with { Chosen = tongue })], [], Reply.Say(Text.Same(words))));
    }

    private static bool Names(string said, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (said.Contains(name, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static AdaptiveCard Ask(Reader reader) => new(
        [new TextBlock(AgreementTexts.WhichLanguage.In(reader.Tongue))],
        [
            Button.Says(Text.Same("Svenska"), Text.Same("svenska"), reader.Tongue),
            Button.Says(Text.Same("English"), Text.Same("english"), reader.Tongue),
        ],
        reader.Lang());
}
