using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Takes the people of <c>Staff:*</c> into a new store, before the host takes requests.</summary>
public sealed class SeedStaff(StaffStore staff, IOptions<StaffOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => staff.SeedAsync(options.Value, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
