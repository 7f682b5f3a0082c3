using Xunit.Sdk;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>
/// Compares with an approved file beside the tests. <c>APPROVE=1 dotnet test --filter …</c> takes what came out as approved; read the
/// difference in version control before it is committed.
/// </summary>
internal static class Snapshot
{
    private const string Variable = "APPROVE";

    /// <param name="path">Below the test project, such as <c>Cards/ticket-untaken.sv.json</c>.</param>
    public static void Matches(string path, string received)
    {
        var approved = Path.Combine(Repository.Tests, path);
        var beside = Path.ChangeExtension(approved, ".received" + Path.GetExtension(approved));
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        received = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (expected == received)
        {
            File.Delete(beside);
            return;
        }

        var approves = Environment.GetEnvironmentVariable(Variable) == "1";
        File.WriteAllText(approves ? approved : beside, received);
        if (!approves) throw new XunitException($"{path} is not as approved.\n{Difference(expected, received)}\nIf it should be: {Variable}=1 dotnet test, and read the change.");
    }

    /// <summary>The first lines that differ, with two before them.</summary>
    private static string Difference(string expected, string received)
    {
        var (was, now) = (expected.Split('\n'), received.Split('\n'));
        var at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', [
            $"line {at + 1}:", .. was.Take(at).TakeLast(2).Select(line => "  " + line),
            .. was.Skip(at).Take(4).Select(line => "- " + line), .. now.Skip(at).Take(4).Select(line => "+ " + line),
        ]);
    }
}
