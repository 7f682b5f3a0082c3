namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Every word on a card that a person may have written. The property test fills them with what attackers and cats type.</summary>
internal sealed record Cast(
    string Requester, string Technician, string Colleague, string Company, string What, string Link, string Affected, string Written, string Answer, string Cause, string Action, string Advice, string Note)
{
    public static Cast Plain { get; } = new(
        Requester: "Maria Ek",
        Technician: "Anna Berg",
        Colleague: "Kalle Holm",
        Company: "Nordhem",
        What: "vår automation på Inköp mejlar leverantörerna två gånger",
        Link: "https://nordhem.monday.com/boards/4711",
        Affected: "inköp och tre leverantörer",
        Written: "ja leverantörerna ringer oss. kan hon ringa mig",
        Answer: "Hej Maria! Jag ringer dig 08:30. Vad heter automationen?",
        Cause: "Två automationer på Order startade varandra.",
        Action: "Den ena är avslagen, den andra har fått ett villkor.",
        Advice: "Låt bara en automation mejla vid varje statusbyte.",
        Note: "Samma fel som i förra veckan. Fråga Kalle först.");

    /// <summary>A colleague of the requester's.</summary>
    public string Follower { get; init; } = "Petra Vik";

    public IEnumerable<string> Words => [Requester, Technician, Colleague, Company, What, Link, Affected, Written, Answer, Cause, Action, Advice, Note, Follower];
}
