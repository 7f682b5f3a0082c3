using BenchmarkDotNet.Running;
using Synerity.SupportBot.Benchmarks;

// "-- sla-million", "-- sla-lines", "-- knowledge" and "-- tickets" take plain times; anything else is BenchmarkDotNet's own command line.
switch (args)
{
    case ["sla-million"]:
        SlaTimings.Million(Console.Out);
        break;
    case ["sla-lines", var file]:
        await SlaTimings.LinesAsync(file, Console.Out);
        break;
    case ["knowledge"]:
        KnowledgeTimings.All(Console.Out);
        break;
    case ["tickets", .. var size]:
        await TicketTimings.AllAsync(size is [var most] ? int.Parse(most, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SlaBenchmarks).Assembly).Run(args);
        break;
}
