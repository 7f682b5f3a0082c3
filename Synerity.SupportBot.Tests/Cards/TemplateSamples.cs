using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Text templates: their list, their dialog, and the answer that is begun from one.</summary>
internal static class TemplateSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Of("templates", typeof(ShowTemplates), world => Shown.Of(ShowTemplates.For(Full(world.Cast), world.Reader))),
        Of("templates-none", typeof(ShowTemplates), world => Shown.Of(ShowTemplates.For([], world.Reader))),
        Of("template-new", typeof(TemplateForm), world => Shown.Of(TemplateForm.For(new TextTemplate("0123456789ab", "", "", ""), null, world.Reader, error: null), world.Tongue)),
        Of("template-changed", typeof(TemplateForm), world => Shown.Of(
            TemplateForm.For(Full(world.Cast)[0], "7", world.Reader, TemplateTexts.ChangedMeanwhile), world.Tongue)),
        new("answer-form-aided", typeof(AnswerForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            var other = new BusyColleague(world.Colleague.FirstName, world.Now, world.Now);
            return Shown.Of(
                AnswerForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, world.Cast.Answer, waiting: false, error: null, aids: new AnswerAids(Full(world.Cast), other)),
                world.Tongue);
        }),
    ];

    /// <summary>As many as there may be.</summary>
    private static IReadOnlyList<TextTemplate> Full(Cast cast) =>
    [
        .. Enumerable.Range(0, Templates.Most).Select(number => new TextTemplate(
            $"0123456789{number:x2}", Shorten.To(Templates.MaxName, $"{number + 1} {cast.What}"), Shorten.To(Templates.MaxWords, cast.Answer), Shorten.To(Templates.MaxWords, cast.Written))),
    ];

    private static CardSample Of(string name, Type made, Func<CardWorld, Shown> show) => new(name, made, world => Task.FromResult(show(world)));
}
