namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Something that keeps a customers file from being taken, for the person who wrote it.</summary>
/// <param name="Place">As in <c>[3].tier</c>; <c>file</c> for the whole.</param>
/// <param name="Message">What is wrong and what to write instead, in English as all command-line words.</param>
public sealed record ImportError(string Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}
