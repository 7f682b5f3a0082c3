using CsCheck;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

/// <summary>The order of a week: the ordinary one, taken in turns, or its own.</summary>
public sealed class OnCallListTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);
    private static readonly Gen<PersonRef[]> Orders = Gen.Int[1, OnCallList.Most].Select(count => Enumerable.Range(0, count).Select(at => new PersonRef("t", $"p{at}")).ToArray());

    [Theory]
    [InlineData("2026-11-29 23:59", "2026-11-23")]
    [InlineData("2026-11-30 00:00", "2026-11-30")]
    [InlineData("2026-12-06 23:59", "2026-11-30")]
    [InlineData("2027-01-01 12:00", "2026-12-28")]
    public void A_week_begins_on_Monday_at_midnight_in_Sweden(string at, string monday) => Assert.Equal(monday, OnCallList.NameOf(OnCallList.WeekOf(BotApp.InStockholm(at))));

    [Fact]
    public void Taking_turns_everybody_is_first_equally_often_and_nobody_is_lost() => Gen.Select(Orders, Gen.Int[-200, 200]).Sample((order, weeks) =>
    {
        var list = OnCallList.Empty.Ordinary(order, rotates: true, Monday);
        var from = Monday.AddDays(7 * weeks);
        var turns = Enumerable.Range(0, order.Length).Select(at => list.In(from.AddDays(7 * at))).ToList();
        return turns.All(turn => turn.Order(Comparer).SequenceEqual(order.Order(Comparer)))
            && turns.Select(turn => turn[0]).Distinct().Count() == order.Length
            && list.In(from.AddDays(7 * order.Length)).SequenceEqual(list.In(from))
            && list.In(Monday).SequenceEqual(order);
    });

    [Fact]
    public void A_week_of_its_own_changes_no_other_week_and_goes_away_again() => Gen.Select(Orders, Orders, Gen.Bool, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((order, own, rotates, week, other) =>
    {
        var list = OnCallList.Empty.Ordinary(order, rotates, Monday);
        var (that, another) = (Monday.AddDays(7 * week), Monday.AddDays(7 * other));
        var special = list.Only(that, own, Monday);
        return special.In(that).SequenceEqual(own)
            && (week == other || special.In(another).SequenceEqual(list.In(another)))
            && special.Only(that, [], Monday).In(that).SequenceEqual(list.In(that));
    });

    [Fact]
    public void Weeks_that_are_over_are_forgotten() =>
        Assert.Empty(OnCallList.Empty.Only(Monday, [new("t", "p")], Monday).Only(Monday.AddDays(14), [], Monday.AddDays(7)).Weeks);

    private static readonly Comparer<PersonRef> Comparer = Comparer<PersonRef>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id));
}
