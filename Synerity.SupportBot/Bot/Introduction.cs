using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// Somebody wrote before the app said hello (the installation was never announced): they are answered first, and then told once that this is
/// a bot. It replaces the welcome.
/// </summary>
public sealed class Introduction(AddressBook people, Ledger ledger)
{
    /// <summary>The answer goes first.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(3);

    public async Task AfterAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Surface: Surface.Message, IsPersonal: true, Caller: CustomerUser, Person.WelcomedAt: null }) return;
        if (await people.FindAsync(turn.Person.Ref.TenantId, turn.Person.ObjectId, cancellation) is not { Value.WelcomedAt: null } stored) return;
        var words = Content.Words(BotTexts.Introduction.In(turn.Reader.Tongue));
        try
        {
            await ledger.CommitAsync(
                AddressBook.PartitionOf(turn.Person.Ref),
                new Batch(
                    [AddressBook.Write(stored, stored.Value with { WelcomedAt = turn.Now })],
                    [new Send(new ToPerson(turn.Person.Ref), words) { NotBefore = turn.Now + Afterwards }]),
                cancellation);
        }
        catch (ConflictException)
        {
            // Another message of the same person was faster and has introduced us.
        }
    }
}
