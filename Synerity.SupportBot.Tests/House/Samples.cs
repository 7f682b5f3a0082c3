using System.Reflection;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.House;

/// <summary>Values for the parameters of a text: every member of an enumeration, one or two of anything else.</summary>
internal static class Samples
{
    public static IEnumerable<object?[]> For(MethodInfo method) => method.GetParameters()
        .Select(parameter => Of(parameter.ParameterType))
        .Aggregate((IEnumerable<object?[]>)[[]], (rows, values) => rows.SelectMany(row => values.Select(value => (object?[])[.. row, value])));

    private static object?[] Of(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? [null, .. Of(inner)] : Known(type);

    private static object?[] Known(Type type) => type switch
    {
        { IsEnum: true } => [.. Enum.GetValues(type).Cast<object>()],
        _ when type == typeof(string) => ["Maria"],
        _ when type == typeof(Text) => [new Text("måndag", "Monday")],
        _ when type == typeof(TicketKey) => [TicketKey.Parse("NORD-17")],
        _ when type == typeof(TimeSpan) => [TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromMinutes(90)],
        _ when type == typeof(DateOnly) => [new DateOnly(2026, 11, 27)],
        _ when type == typeof(int) => [1, 2],
        _ when type == typeof(IReadOnlyList<Text>) => [new Text[] { new("helgen", "the weekend") }, new Text[] { new("julafton", "Christmas Eve"), new("juldagen", "Christmas Day"), new("helgen", "the weekend") }],
        _ when type == typeof(IReadOnlyList<Tier>) => [new[] { Tier.Gold }, new[] { Tier.Silver, Tier.Gold }],
        _ when type == typeof(EntitlementRow) => [.. EntitlementTable.Rows],
        _ when type == typeof(EffectiveTerm) => [.. Enum.GetValues<Tier>().SelectMany(tier => new Agreement(tier).Terms)],
        _ when type == typeof(Term) => [.. Enum.GetValues<Tier>().SelectMany(tier => new Agreement(tier).Terms.Select(term => term.Term)).Distinct()],
        _ when typeof(Term).IsAssignableFrom(type) => [.. Known(typeof(Term)).Where(type.IsInstanceOfType)],
        _ => throw new NotSupportedException($"A text takes a {type}: give it a sample here."),
    };
}
