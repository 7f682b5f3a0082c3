using BenchmarkDotNet.Running;
using Synerity.SupportBot.Benchmarks;

// "-- sla-million" and "-- sla-lines" take one plain time each; anything else is BenchmarkDotNet's own command line.
switch (args)
{
    case ["sla-million"]:
        SlaTimings.Million(Console.Out);
        break;
    case ["sla-lines", var file]:
        await SlaTimings.LinesAsync(file, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SlaBenchmarks).Assembly).Run(args);
        break;
}
