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
    IsAcuteAlready,
    IsNotAcute,
    NotWhileAcute,

    /// <summary>The clock of the first answer has done its work.</summary>
    IsAnswered,
    HasNoClock,
    IsPaused,
    IsNotPaused,

    /// <summary>The promise is broken already.</summary>
    IsOverdue,
    PausedTooOften,

    /// <summary>The ball is not the customer's.</summary>
    IsNotWaiting,
    FollowsAlready,
    DoesNotFollow,
    TooManyFollow,

    /// <summary>The customer has the ball.</summary>
    WaitsForCustomer,
    RemindedToday,
    IsNotAtVendor,
    NothingDue,
    NothingToCorrect,
    TooManyFiles,
    NoSuchFile,

    /// <summary>It goes on as another ticket.</summary>
    IsMerged,
    IsTheSame,
    OtherCustomer,
    OtherIsClosed,
    TooManyToMerge,
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
    MadeAcute,
    CalmedDown,

    /// <summary>The customer says that business has stopped.</summary>
    SaidStopped,

    /// <summary>Internal: the alarm went to <see cref="Entry.To"/>, or to the whole support.</summary>
    Alerted,

    /// <summary>Its words are internal unless the technician said otherwise.</summary>
    Paused,
    Resumed,

    /// <summary>The customer, of a question.</summary>
    Reminded,
    OfferedToClose,
    SaidSolved,

    /// <summary>With a colleague, who follows it from then on.</summary>
    Shared,
    Invited,
    Unfollowed,

    /// <summary>A follower's words on a solved ticket.</summary>
    Commented,
    RemindedSupport,
    WaitsForVendor,
    VendorAnswered,
    FollowUpDue,
    PromisedUpdate,
    UpdateDue,

    /// <summary>Internal.</summary>
    Corrected,
    FilesAdded,

    /// <summary>One of them was fetched.</summary>
    FileKept,
    FileRefused,
    FilesTakenBack,
    MergedInto,
    Absorbed,

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
/// <param name="To">Of <see cref="EntryKind.HandedOver"/>; of <see cref="EntryKind.Shared"/> and <see cref="EntryKind.Unfollowed"/> who follows or no longer does, null for an address; of <see cref="EntryKind.Alerted"/>.</param>
/// <param name="Pause">Of <see cref="EntryKind.Paused"/>.</param>
/// <param name="Until">Of <see cref="EntryKind.WaitsForVendor"/>: when it is followed up. Of <see cref="EntryKind.PromisedUpdate"/>: when the customer will hear.</param>
/// <param name="Correction">Of <see cref="EntryKind.Corrected"/>.</param>
/// <param name="Became">The state the ticket came into by it; null: it stayed in the one it had.</param>
/// <param name="Other">Of <see cref="EntryKind.MergedInto"/> and <see cref="EntryKind.Absorbed"/>: the key of the other ticket.</param>
public sealed record Entry(
    int Number, DateTimeOffset At, EntryKind Kind, PersonRef? By, string? Words, Resolution? Resolution = null, int? Stars = null, PersonRef? To = null,
    PauseNoted? Pause = null, DateTimeOffset? Until = null, Correction? Correction = null, TicketState? Became = null, string? File = null, string? Other = null)
{
    /// <summary>True for what only the provider's people read.</summary>
    [JsonIgnore]
    public bool IsInternal =>
        Kind is EntryKind.Noted or EntryKind.HandedOver or EntryKind.Released or EntryKind.Corrected or EntryKind.Alerted || Pause is { IsPublic: false };
}

/// <param name="IsPublic">The customer may read the words.</param>
public sealed record PauseNoted(PauseReason Reason, bool IsPublic);
