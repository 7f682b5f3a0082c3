using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Why it was refused, said to whoever tried.</summary>
internal static class WhyNotTexts
{
    /// <param name="holder">Who has the ticket.</param>
    public static Text Of(Refusal why, TicketKey key, Text holder) => why switch
    {
        Refusal.AlreadyYours => new($"Du har redan {key}.", $"You already have {key}."),
        Refusal.SomebodyElsesAlready => new($"{holder.Swedish} har redan {key}.", $"{holder.English} already has {key}."),
        Refusal.SomebodyElses => new(
            $"{holder.Swedish} har {key}. Låt det lämnas över till dig först.", $"{holder.English} has {key}. Have it handed over to you first."),
        Refusal.NobodyHasIt => new($"Ingen har {key}.", $"Nobody has {key}."),
        Refusal.IsSolved => new($"{key} är redan löst.", $"{key} is solved already."),
        Refusal.IsNotSolved => new($"{key} väntar inte på någon lösning att svara på just nu.", $"{key} has no solution to answer right now."),
        Refusal.IsNotClosed => new($"{key} är redan öppet.", $"{key} is open already."),
        Refusal.ClosedLongAgo => new($"{key} stängdes för mer än två veckor sedan.", $"{key} was closed more than two weeks ago."),
        Refusal.IsRated => new($"Du har redan satt betyg på {key}.", $"You have rated {key} already."),
        Refusal.FollowsAlready => new($"Personen följer redan {key}.", $"That person follows {key} already."),
        Refusal.DoesNotFollow => new($"Du följer inte {key}.", $"You don't follow {key}."),
        Refusal.TooManyFollow => new(
            $"Fler än {Ticket.MostFollowers} kan inte följa {key}. Ta bort någon först.", $"No more than {Ticket.MostFollowers} people can follow {key}. Remove somebody first."),
        Refusal.TooManyFiles => new(
            $"{key} kan inte ha fler än {Ticket.MostFiles} filer.", $"{key} can't have more than {Ticket.MostFiles} files."),
        Refusal.NoSuchFile => new($"Filen ligger inte på {key} längre.", $"The file is no longer on {key}."),
        Refusal.HasRecording => new($"Den inspelningen ligger redan på {key}.", $"That recording is on {key} already."),
        Refusal.TooManyRecordings => new(
            $"{key} kan inte ha fler än {Ticket.MostRecordings} inspelningar.", $"{key} can't have more than {Ticket.MostRecordings} recordings."),
        Refusal.NoSuchRecording => new($"Inspelningen ligger inte på {key} längre.", $"The recording is no longer on {key}."),
        Refusal.RemindedToday => new($"Jag har redan påmint om {key} i dag.", $"I have already sent a reminder of {key} today."),
        Refusal.WaitsForCustomer => new(
            $"{key} väntar på svar från er. {holder.Swedish} fortsätter när det har kommit.", $"{key} is waiting for your reply. {holder.English} goes on once it has come."),
        Refusal.NotAskedToRate => new($"Jag har inte bett om något betyg på {key}.", $"I haven't asked for a rating of {key}."),
        Refusal.IsAcuteAlready => new($"{key} är redan akut.", $"{key} is acute already."),
        Refusal.NotWhileAcute => new($"{key} är akut. Lämna över det till någon i stället för att släppa det.", $"{key} is acute. Hand it over to someone instead of releasing it."),
        Refusal.IsNotAcute => new($"{key} är inte akut.", $"{key} isn't acute."),
        Refusal.IsAnswered => new($"{key} är besvarat, så det finns ingen klocka att stoppa.", $"{key} has been answered, so there is no clock to stop."),
        Refusal.HasNoClock => new($"{key} har ingen garanterad svarstid att pausa.", $"{key} has no guaranteed response time to pause."),
        Refusal.IsPaused => new($"Klockan för {key} står redan still.", $"The clock of {key} stands still already."),
        Refusal.IsNotPaused => new($"Klockan för {key} är inte pausad.", $"The clock of {key} is not paused."),
        Refusal.IsOverdue => new($"Svarstiden för {key} har redan gått ut. En paus ändrar inget.", $"The response time of {key} has run out already. A pause changes nothing."),
        Refusal.PausedTooOften => new($"Klockan för {key} har pausats för många gånger. Svara kunden i stället.", $"The clock of {key} has been paused too many times. Answer the customer instead."),
        Refusal.IsNotWaiting => new($"{key} väntar inte på kunden.", $"{key} is not waiting for the customer."),
        Refusal.IsNotAtVendor => new($"{key} väntar inte på monday.com.", $"{key} is not waiting for monday.com."),
        Refusal.IsMerged => new($"{key} är ihopslaget med ett annat ärende. Det du skriver här hamnar där.", $"{key} is merged with another ticket. What you write here ends up there."),
        Refusal.IsTheSame => MergeTexts.Itself,
        Refusal.OtherCustomer => MergeTexts.OtherCustomer,
        Refusal.OtherIsClosed => MergeTexts.OtherClosed,
        Refusal.TooManyToMerge => MergeTexts.TooMany,
        Refusal.NothingToCorrect => CorrectionTexts.NothingChanged,
        _ => new($"{key} är stängt.", $"{key} is closed."),
    };
}
