using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cli;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Compose;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Recordings;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Simulator;
using Synerity.SupportBot.Storage;

if (CommandLine.Names(args)) return await CommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);

// What the rooms stand on. The order of start is the order of these lines.
builder.Services.TryAddSingleton(TimeProvider.System);
builder.Services.AddProtocol();
builder.Services.AddStorage();
builder.Services.AddOutbox();
builder.Services.AddBot();

// The rooms. Free text is offered to them in this order.
builder.Services.AddAgreements();
builder.Services.AddSla();
builder.Services.AddDesk();
builder.Services.AddRecordings();
builder.Services.AddTickets();
builder.Services.AddKnowledge();
builder.Services.AddCompose();

builder.AddSimulator();

var app = builder.Build();
app.MapMessages();
app.MapFiles();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ProtocolFeature.ReadyTag) });
app.MapSimulator();

// When the try-out's clock jumps, what has become due goes out at once.
if (app.Services.GetService<TravellingClock>() is { } clock) clock.Moved += (_, _) => app.Services.GetRequiredService<OutboxSignal>().RaiseAll();
await app.RunAsync();
return 0;
