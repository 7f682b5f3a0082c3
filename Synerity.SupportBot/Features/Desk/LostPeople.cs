using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>
/// Somebody blocked the bot, or threw it out: the channel hears it once, silently, until they have been there again. What they should
/// have heard is told where their message says.
/// </summary>
public sealed class LostPeople(IRows rows, AddressBook people, Ledger ledger) : IWakeUp, ICardSource
{
    private const string SourceKind = "lost-person";

    public string Kind => SourceKind;

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is not { Blocked: not null } person) return;
        var fact = $"lost|{person.Ref.Id}|{RowKey.Ticks(person.SeenAt)}";
        if (await rows.ReadAsync(partition, fact, cancellation) is not null) return;
        try
        {
            await ledger.CommitAsync(
                partition,
                new Batch([new RowWrite.Insert(fact, StoredJson.Write(person.Blocked))], [new Send(new ToChannel(ToChannel.Tickets), new Content(SourceKind, person.Ref.Id, subject))]),
                cancellation);
        }
        catch (ConflictException)
        {
            // Another instance has told it.
        }
    }

    /// <summary>Null: they are back before anybody could be told.</summary>
    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await FindAsync(content.Detail!, cancellation) is not { Blocked: not null } person) return null;
        var words = LostTexts.NotReached(Text.Same(Shorten.To(60, person.Name.Length > 0 ? person.Name : "?"))).In(recipient.Reader.Tongue);
        return new Rendered(words, new AdaptiveCard([Literal.Block(words), new TextBlock(LostTexts.WhatToDo.In(recipient.Reader.Tongue)) { IsSubtle = true, Size = TextSize.Small }], Lang: recipient.Reader.Lang()));
    }

    private Task<Person?> FindAsync(string subject, CancellationToken cancellation) =>
        people.FindAsync(new PersonRef(subject.Split('|')[0], subject.Split('|')[1]), cancellation);
}

internal static class LostTexts
{
    public static readonly Text WhatToDo = new(
        "Ring eller mejla om det brådskar. Jag försöker igen så snart personen har varit här.", "Phone or e-mail if it's urgent. I'll try again as soon as they have been here.");

    public static Text NotReached(Text name) => new($"Jag når inte {name.Swedish} i chatten längre.", $"I can no longer reach {name.English} in the chat.");
}
