using Synerity.SupportBot.Language;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Outbox;

/// <summary>Carries out one waiting effect and says how it ended (storage rules, "At least once outwards").</summary>
public sealed class Carrier(Courier courier, AddressBook people, CardAddresses cards, Errands errands)
{
    /// <summary>A message whose fate is unknown is repeated once after this long.</summary>
    private static readonly TimeSpan AfterUnclear = TimeSpan.FromSeconds(30);

    /// <summary>Tries of a post that a gateway did not hand on, some twenty minutes in all.</summary>
    private const int MostGatewayTries = 8;

    /// <summary>The reason of a dead letter that nobody refused: it may be tried again another hour.</summary>
    internal const string NoAnswer = "no clear answer";

    /// <summary>How often an administrator's missing channel is looked for.</summary>
    private static readonly TimeSpan NoChannelYet = TimeSpan.FromSeconds(15);

    /// <summary>What is woken when somebody turns out to be out of reach.</summary>
    internal const string LostWake = "lost-person";

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public async Task<Delivery> CarryAsync(string partition, Waiting waiting, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return waiting.Effect switch
            {
                Send send => await SendAsync(partition, send, now, cancellation),
                Refresh refresh => await RefreshAsync(partition, refresh, waiting, now, cancellation),
                _ => await errands.RunAsync(waiting.Effect, cancellation) ?? new Delivery.Dead("unknown effect"),
            };
        }
        catch (ConnectorException fault)
        {
            return await JudgeAsync(fault, waiting, now, cancellation);
        }
    }

    private async Task<Delivery> SendAsync(string partition, Send send, DateTimeOffset now, CancellationToken cancellation)
    {
        if (send.To is ToPerson { Else: { } other } to && await IsLostAsync(to, cancellation))
        {
            await TellAsync(to.Person, now, cancellation);
            return new Delivery.Instead(send with { To = other });
        }

        if (await FindAsync(partition, send.To, cancellation) is not { } reached) return Missing(send.To, now);
        if (await courier.RenderAsync(send.What, reached.Recipient, cancellation) is not { } message || IsMuted(message, reached.Recipient)) return new Delivery.Done();
        if (message.Notice?.WaitsUntil is { } opens && opens > now) return new Delivery.Instead(send with { NotBefore = opens });
        var posted = await courier.PostAsync(reached.Where, message, reached.Recipient, cancellation);
        await cards.RememberAsync(posted.Where, posted.ActivityId, reached.Recipient.Person, message, cancellation);
        return new Delivery.Done();
    }

    private async Task<Delivery> RefreshAsync(string partition, Refresh refresh, Waiting waiting, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await FindAsync(partition, refresh.To, cancellation) is not { } reached) return Missing(refresh.To, now);
        if (await courier.RenderAsync(refresh.What, reached.Recipient, cancellation) is not { } card) return new Delivery.Done();
        if (await cards.FindAsync(partition, refresh.What, refresh.To, cancellation) is { } address)
        {
            try
            {
                await courier.UpdateAsync(address, card, reached.Recipient, cancellation);
                return new Delivery.Done();
            }
            catch (ConnectorException gone) when (IsGone(gone, address, reached))
            {
                // Somebody deleted the card, or its whole conversation: it is posted anew below.
            }
            catch (ConnectorException lost) when (lost.Fault == ConnectorFault.Unclear)
            {
                // Unlike a post, an update may be repeated as often as it takes.
                return new Delivery.Later(now + (lost.RetryAfter ?? Longer(waiting.Attempts)));
            }
        }

        var posted = await courier.PostAsync(reached.Where, card, reached.Recipient, cancellation);
        if (posted.ActivityId.Length == 0) return new Delivery.Done();
        await cards.RememberAsync(posted.Where, posted.ActivityId, reached.Recipient.Person, card, cancellation);
        return new Delivery.Done(CardAddresses.Write(refresh.What, refresh.To, posted));
    }

    /// <summary>A card may also stand in a conversation that has been replaced by another since.</summary>
    private static bool IsGone(ConnectorException fault, CardAddress card, Reached reached) =>
        fault.Fault == ConnectorFault.MessageGone
        || (fault is { Fault: ConnectorFault.Unreachable, Status: 404 } && card.Where.ConversationId != reached.Where.ConversationId);

    private async Task<Reached?> FindAsync(string partition, Destination to, CancellationToken cancellation)
    {
        if (to is ToPlace place) return new(place.Where, new(new Reader(Tongue.Swedish, Stockholm), null));
        if (to is ToPerson { Person: var who })
        {
            if (await people.FindAsync(who, cancellation) is not { ServiceUrl: not null } person) return null;
            if (person.Chat is null) person = await MeetAgainAsync(person, cancellation);
            return new(person.Chat!, new(person.Reader, person));
        }

        var channel = (ToChannel)to;
        var thread = channel.Thread is { } subject
            ? await cards.FindAsync(partition, subject, channel with { Thread = null }, cancellation)
            : null;
        var where = thread?.Where ?? await people.ChannelAsync(channel.Name, cancellation);
        return where is null ? null : new(where, new(new Reader(Tongue.Swedish, Stockholm), null));
    }

    private static bool IsMuted(Rendered message, Recipient recipient) => message.Notice is { } notice && recipient.Person?.Mutes(notice.Kind) == true;

    /// <summary>Somebody is out of reach: whoever has to know is told, by what is called for this kind.</summary>
    private async Task TellAsync(PersonRef who, DateTimeOffset now, CancellationToken cancellation) =>
        await errands.RunAsync(new Wake(now, LostWake, AddressBook.ChannelPartition, $"{who.TenantId}|{who.Id}"), cancellation);

    /// <summary>Erased, never seen, or known to be out of reach: they heal at their next sign of life, and until then nobody is asked in vain.</summary>
    private async Task<bool> IsLostAsync(Destination to, CancellationToken cancellation) =>
        to is ToPerson { Person: var who } && await people.FindAsync(who, cancellation) is not { ServiceUrl: not null, Blocked: null };

    private async Task<Person> MeetAgainAsync(Person person, CancellationToken cancellation)
    {
        var chat = await courier.ChatWithAsync(person, cancellation);
        return await people.ChangeAsync(person.Ref, known => known with { ChatId = chat }, cancellation) ?? person with { ChatId = chat };
    }

    /// <summary>A channel may be chosen any moment; somebody who was erased is gone for good.</summary>
    private static Delivery Missing(Destination to, DateTimeOffset now) =>
        to is ToChannel ? new Delivery.Later(now + NoChannelYet, Counts: false) : new Delivery.Done();

    private async Task<Delivery> JudgeAsync(ConnectorException fault, Waiting waiting, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (fault.Fault)
        {
            case ConnectorFault.TryAgain:
                return new Delivery.Later(now + (fault.RetryAfter ?? Backoff(waiting.Attempts)), Counts: fault.Code != "Paced");
            // Storage rules and platform facts §4.6 disagree. A gateway that says 502, 503 or 504 has nearly always not handed the message on,
            // and an outage outlasts one repeat: a notice lost for good is worse than one read twice, which states a fact. So it is tried for
            // some twenty minutes. A time-out or a 500 may well have delivered it: that is repeated once.
            case ConnectorFault.Unclear when fault.Status is 502 or 503 or 504 && waiting.Attempts + 1 < MostGatewayTries:
                return new Delivery.Later(now + (fault.RetryAfter ?? Longer(waiting.Attempts)));
            case ConnectorFault.Unclear when waiting.Unclear || fault.Status is 502 or 503 or 504:
                return new Delivery.Dead($"{NoAnswer} ({fault.Status})");
            case ConnectorFault.Unclear:
                return new Delivery.Later(now + (fault.RetryAfter ?? AfterUnclear), Unclear: true);
            case ConnectorFault.Unreachable when PersonOf(waiting.Effect) is { } person:
                return await UnreachableAsync(person, fault, waiting, now, cancellation);
            default:
                return new Delivery.Dead($"{fault.Status} {fault.Code}");
        }
    }

    /// <summary>A conversation that was lost is made again, once; somebody who does not want us is left alone until they return.</summary>
    private async Task<Delivery> UnreachableAsync(PersonRef who, ConnectorException fault, Waiting waiting, DateTimeOffset now, CancellationToken cancellation)
    {
        var lost = fault.Status == 404 && !waiting.Healed;
        await people.ChangeAsync(who, person => lost ? person with { ChatId = null } : person with { Blocked = fault.Code }, cancellation);
        if (!lost) await TellAsync(who, now, cancellation);
        return lost ? new Delivery.Later(now, Healed: true) : new Delivery.Dead($"{fault.Status} {fault.Code}");
    }

    private static PersonRef? PersonOf(Effect effect) => effect switch
    {
        Send { To: ToPerson to } => to.Person,
        Refresh { To: ToPerson to } => to.Person,
        _ => null,
    };

    /// <summary>1, 2, 4 … 300 s, a fifth more or less so that many do not return at once.</summary>
    private static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), 300) * (0.8 + (0.4 * Random.Shared.NextDouble())));

    /// <summary>30, 60 … 300 s, some more so that many do not return at once.</summary>
    private static TimeSpan Longer(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(AfterUnclear.TotalSeconds * Math.Pow(2, attempts), 300) * (1 + (0.1 * Random.Shared.NextDouble())));

    private sealed record Reached(ConversationReference Where, Recipient Recipient);
}
