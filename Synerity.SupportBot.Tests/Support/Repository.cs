namespace Synerity.SupportBot.Tests.Support;

/// <summary>The working copy that the tests were built from: approved files are written there, and the house rules read its sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Tests => Path.Combine(Root, "Synerity.SupportBot.Tests");

    public static string Product => Path.Combine(Root, "Synerity.SupportBot");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Synerity.SupportBot.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("Run the tests from inside the working copy: Synerity.SupportBot.sln is not above them.");
    }
}
