namespace Synerity.SupportBot.Tests.Processes;

public sealed class SecondProcessTests
{
    [Fact]
    public async Task A_second_process_on_the_same_file_says_why_and_ends()
    {
        await using var town = await Town.StartAsync();
        await using var first = await BotProcess.StartAsync(town.Settings(), town.Folder);

        await using var second = BotProcess.Begin(town.Settings(), town.Folder);

        Assert.NotEqual(0, await second.ExitCodeAsync());
        Assert.Contains("is held by another process of the bot. Stop that one", second.Said, StringComparison.Ordinal);
        Assert.Equal(200, (await town.PostAsync(first, town.ChooseChannel()))?.Status);
    }
}
