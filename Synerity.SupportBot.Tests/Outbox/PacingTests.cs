using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class PacingTests
{
    [Fact]
    public void No_window_ever_holds_more_calls_than_Teams_allows() => Gen.Int[0, 1500].Array[1, 400].Sample(
        steps =>
        {
            var time = new FakeTimeProvider();
            var pacing = new Pacing(new WireClock(time));
            var calls = new List<DateTimeOffset>();
            foreach (var step in steps)
            {
                time.Advance(TimeSpan.FromMilliseconds(step / 10 * (step % 3)));
                var wait = pacing.Take("chat");
                if (wait > TimeSpan.Zero && step % 2 == 0)
                {
                    time.Advance(wait);
                    wait = pacing.Take("chat");
                }

                if (wait == TimeSpan.Zero) calls.Add(time.GetUtcNow());
            }

            return Most(calls, 1) <= 7 && Most(calls, 2) <= 8 && Most(calls, 30) <= 60 && Most(calls, 3600) <= 1800;
        },
        iter: 2000);

    [Fact]
    public void Who_waits_as_told_may_go_and_an_hour_holds_1800()
    {
        var time = new FakeTimeProvider();
        var pacing = new Pacing(new WireClock(time));
        var start = time.GetUtcNow();
        for (var i = 0; i < 1801; i++)
        {
            while (pacing.Take("chat") is var wait && wait > TimeSpan.Zero) time.Advance(wait);
        }

        Assert.Equal(TimeSpan.FromHours(1), time.GetUtcNow() - start);
    }

    [Fact]
    public void Conversations_do_not_wait_for_each_other()
    {
        var pacing = new Pacing(new WireClock(new FakeTimeProvider()));

        Assert.All(Enumerable.Range(0, 7), _ => Assert.Equal(TimeSpan.Zero, pacing.Take("one")));
        Assert.Equal(TimeSpan.FromSeconds(1), pacing.Take("one"));
        Assert.Equal(TimeSpan.Zero, pacing.Take("two"));
    }

    private static int Most(List<DateTimeOffset> calls, int seconds) => calls.Count == 0 ? 0 : calls
        .Select((call, i) => calls.Skip(i).TakeWhile(other => other - call < TimeSpan.FromSeconds(seconds)).Count())
        .Max();
}
