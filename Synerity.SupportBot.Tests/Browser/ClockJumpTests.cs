using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>What becomes due when the try-out's clock jumps.</summary>
public sealed class ClockJumpTests
{
    [Fact]
    public async Task A_jump_is_noticed_without_waiting_for_the_next_round()
    {
        var alarm = new Alarm();
        await using var bot = LiveBot.Start("2026-12-01 13:05", services => services
            .AddSingleton<IWakeUp>(alarm)
            .Replace(ServiceDescriptor.Singleton(new WireClock(new FakeTimeProvider())))); // rounds never come
        var at = bot.Clock.GetUtcNow().AddHours(1);
        await bot.Services.GetRequiredService<Ledger>().CommitAsync("c|NORD", new Batch([], [new Wake(at, alarm.Kind, "c|NORD", "NORD-1")]), default);
        await bot.SettleAsync();

        bot.Clock.Skip(TimeSpan.FromHours(1));

        Assert.Equal("NORD-1", await alarm.Rang.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private sealed class Alarm : IWakeUp
    {
        private readonly TaskCompletionSource<string> _rang = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => "alarm";

        public Task<string> Rang => _rang.Task;

        public Task WakeAsync(string partition, string subject, CancellationToken cancellation)
        {
            _rang.TrySetResult(subject);
            return Task.CompletedTask;
        }
    }
}
