using System.Text.Json.Serialization;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>How a transition ended.</summary>
public abstract record Step
{
    public sealed record Done(Ticket Ticket, Entry Entry) : Step;

    public sealed record No(Refusal Why) : Step;
}

/// <summary>Why a ticket cannot go where somebody wanted it to; <see cref="WhyNotTexts"/> has the words.</summary>
public enum Refusal
{
    AlreadyYours,

    /// <summary>Somebody else was faster.</summary>
    SomebodyElsesAlready,

    /// <summary>Only whoever has it may do that.</summary>
    SomebodyElses,
    NobodyHasIt,
    IsSolved,
    IsNotSolved,
    IsClosed,
    IsNotClosed,

    /// <summary>Too long ago to be reopened.</summary>
    ClosedLongAgo,

    /// <summary>Once a ticket.</summary>
    IsRated,
    NotAskedToRate,
    FollowsAlready,
    DoesNotFollow,
    TooManyFollow,

    /// <summary>The customer has the ball.</summary>
    WaitsForCustomer,
    RemindedToday,
    TooManyFiles,
    NoSuchFile,
    HasRecording,
    TooManyRecordings,
    NoSuchRecording,
}

/// <summary>Stored by name: never rename one.</summary>
public enum EntryKind
{
    Opened,
    Taken,
    Answered,
    Wrote,
    Warned,
    PromiseMissed,
    TookBack,
    Solved,
    Accepted,
    NotSolved,
    ClosedByItself,
    Withdrew,
    Reopened,
    Rated,

    /// <summary>Internal, as are the words of <see cref="HandedOver"/>.</summary>
    Noted,
    HandedOver,
    Released,

    /// <summary>With a colleague, who follows it from then on.</summary>
    Shared,
    Invited,
    Unfollowed,

    /// <summary>A follower's words on a solved ticket.</summary>
    Commented,
    Reminded,
    FilesAdded,

    /// <summary>One of them was fetched.</summary>
    FileKept,
    FileRefused,
    FilesTakenBack,

    /// <summary>By a technician, the customer themselves, or the bot.</summary>
    RecordingAsked,
    RecordingAdded,
    RecordingTakenAway,
}

/// <summary>One line of a ticket's timeline.</summary>
/// <param name="By">Null: the bot.</param>
/// <param name="Words">What a person wrote; null where nothing was written, or when it was taken back.</param>
/// <param name="Resolution">Of <see cref="EntryKind.Solved"/>.</param>
/// <param name="Stars">Of <see cref="EntryKind.Rated"/>.</param>
/// <param name="File">Of <see cref="EntryKind.FileKept"/> and <see cref="EntryKind.FileRefused"/>.</param>
/// <param name="To">Of <see cref="EntryKind.HandedOver"/>; of <see cref="EntryKind.Shared"/> and <see cref="EntryKind.Unfollowed"/> who follows or no longer does, null for an address.</param>
public sealed record Entry(
    int Number, DateTimeOffset At, EntryKind Kind, PersonRef? By, string? Words, Resolution? Resolution = null, int? Stars = null, PersonRef? To = null,
    string? File = null)
{
    /// <summary>True for what only the provider's people read.</summary>
    [JsonIgnore]
    public bool IsInternal => Kind is EntryKind.Noted or EntryKind.HandedOver or EntryKind.Released;
}
