using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>A greeting is answered with a greeting.</summary>
public sealed class SayHello : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["hej", "hejsan", "hej hej", "tjena", "god morgon", "god dag", "hallå"], ["hi", "hello", "hey", "good morning", "good afternoon"]);

    public static bool IsFor(Caller caller) => caller is CustomerUser or Staff;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(Reply.Say(AgreementTexts.Hello(turn.Person.FirstName)) with { Passing = new(null) });
}

/// <summary>And thanks with a welcome.</summary>
public sealed class SayWelcome : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["tack", "tackar", "tack så mycket", "tusen tack", "tack för hjälpen"], ["thanks", "thank you", "thank you very much", "cheers", "thanks a lot"]);

    public static bool IsFor(Caller caller) => caller is CustomerUser or Staff;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(Reply.Say(AgreementTexts.YouAreWelcome));
}
