using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A picture or file on a ticket. Its bytes are kept apart, under <see cref="Id"/>.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Name">Made fit to be shown; empty for a picture without one.</param>
/// <param name="Entry">The timeline entry it came with.</param>
/// <param name="Type">Its media type, as its first bytes say; null while it has not been fetched.</param>
/// <param name="Size">In bytes.</param>
public sealed record TicketFile(string Id, string Name, PersonRef By, int Entry, string? Type = null, long Size = 0);

/// <summary>Pictures and files that customers add.</summary>
public sealed partial record Ticket
{
    public const int MostFiles = 20;

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<TicketFile> Files { get; private init; } = [];

    /// <summary>Somebody of the customer adds files, with or without words. What waited for the customer goes back to its technician.</summary>
    /// <param name="files">Ids and names; fetched afterwards.</param>
    public Step AddFiles(PersonRef by, IReadOnlyList<(string Id, string Name)> files, string? words, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        if (Files.Count + files.Count > MostFiles) return new Step.No(Refusal.TooManyFiles);
        var added = files.Select(file => new TicketFile(file.Id, file.Name, by, Entries + 1));
        return (FollowedBy(by) with { Files = [.. Files, .. added], State = State == TicketState.WaitingForCustomer ? BackAtSupport : State }).With(EntryKind.FilesAdded, by, now, words);
    }

    /// <summary>A file was fetched, and is what it should be.</summary>
    public Step KeepFile(string id, string name, string type, long size, DateTimeOffset now)
    {
        if (Files.FirstOrDefault(file => file.Id == id) is not { Type: null } coming) return new Step.No(Refusal.NoSuchFile);
        var kept = coming with { Name = name, Type = type, Size = size };
        return About((this with { Files = [.. Files.Select(file => file == coming ? kept : file)] }).With(EntryKind.FileKept, coming.By, now), id);
    }

    /// <summary>A file could not be fetched, or is nothing that is taken.</summary>
    public Step RefuseFile(string id, DateTimeOffset now) => Files.FirstOrDefault(file => file.Id == id) is not { Type: null } coming
        ? new Step.No(Refusal.NoSuchFile)
        : About((this with { Files = [.. Files.Where(file => file != coming)] }).With(EntryKind.FileRefused, by: null, now), id);

    /// <summary>What somebody added with one message was meant for something else.</summary>
    public Step TakeBackFiles(PersonRef by, int entry, DateTimeOffset now)
    {
        if (!Files.Any(file => file.Entry == entry && file.By == by)) return new Step.No(Refusal.NoSuchFile);
        var state = entry == Entries && AskedCustomer ? TicketState.WaitingForCustomer : State;
        return (this with { Files = [.. Files.Where(file => file.Entry != entry)], State = state }).With(EntryKind.FilesTakenBack, by, now);
    }

    private static Step.Done About(Step.Done done, string file) => done with { Entry = done.Entry with { File = file } };
}
