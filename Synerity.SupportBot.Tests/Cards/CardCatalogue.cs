using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Every card of the product in every state worth seeing.</summary>
internal static class CardCatalogue
{
    public static IReadOnlyList<CardSample> All { get; } =
        [
            .. TicketSamples.All, .. DeskSamples.All, .. FormSamples.All, .. AgreementSamples.All, .. KnowledgeSamples.All,
            .. QueueSamples.All,
            .. ClockSamples.All, .. WaitingSamples.All, .. VendorSamples.All, .. NextUpdateSamples.All, .. CorrectionSamples.All, .. MergeSamples.All,
            .. SharingSamples.All, .. FileSamples.All, .. RecordingSamples.All,
            .. AcuteSamples.All, .. OnCallSamples.All,
            .. ComposeSamples.All,
            .. ThreadSamples.All, .. TemplateSamples.All,
        ];

    public static IEnumerable<object[]> Names =>
        All.SelectMany(sample => Enum.GetValues<Tongue>().Select(tongue => (object[])[sample.Name, tongue]));

    public static CardSample Of(string name) => All.Single(sample => sample.Name == name);

    public static string Suffix(this Tongue tongue) => tongue == Tongue.Swedish ? "sv" : "en";
}
