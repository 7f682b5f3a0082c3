namespace Synerity.SupportBot.Tests.House;

/// <summary>Who may name whom. A new room is a row here.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Floor = ["Bot", "Cards", "Language", "Outbox", "Storage"];

    /// <summary>Folder or room, and what it may name besides itself. Features never name Protocol.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Protocol"] = [],
        ["Cards"] = [],
        ["Language"] = [],
        ["Storage"] = [],
        ["Outbox"] = ["Protocol", "Storage", "Cards", "Language"],
        ["Bot"] = ["Protocol", "Cards", "Language", "Storage", "Outbox"],
        ["Agreements"] = Floor,
        ["Sla"] = [.. Floor, "Agreements"],
        ["Tickets"] = [.. Floor, "Agreements", "Sla"],
        ["Knowledge"] = [.. Floor, "Agreements", "Tickets"],
        ["Desk"] = [.. Floor, "Tickets", "Sla", "Agreements"],
        ["Recordings"] = [.. Floor, "Agreements", "Sla", "Tickets"],
        ["Compose"] = [.. Floor, "Tickets", "Sla", "Agreements", "Knowledge"],
        ["Cli"] = ["Language", "Storage", "Protocol", "Agreements", "Sla", "Knowledge"],
        ["Simulator"] = ["Protocol", "Cards", "Language"],
        ["Program"] = [.. Floor, "Protocol", "Cli", "Simulator", "Agreements", "Sla", "Tickets", "Knowledge", "Desk", "Recordings", "Compose"],
    };

    private static readonly IReadOnlySet<string> Rooms = MayName.Keys.Where(room => room != "Program").ToHashSet();

    [Fact]
    public void Every_folder_has_a_row_and_every_row_a_folder() =>
        Assert.Equal(MayName.Keys.Order(StringComparer.Ordinal), Source.All.Select(source => source.Room).Where(room => room != "Properties").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_room_names_only_what_its_row_allows() => Assert.Empty(Source.All.SelectMany(Trespasses));

    [Theory]
    [InlineData("Features/Desk/A.cs", "using Synerity.SupportBot.Protocol;", "Protocol")]
    [InlineData("Features/Sla/A.cs", "using static Synerity.SupportBot.Features.Tickets.TicketTexts;", "Tickets")]
    [InlineData("Features/Sla/A.cs", "using T = Synerity.SupportBot.Features.Tickets.Ticket;", "Tickets")]
    [InlineData("Features/Agreements/A.cs", "class A { Synerity.SupportBot.Features.Sla.Pause? p; }", "Sla")]
    [InlineData("Features/Agreements/A.cs", "namespace Synerity.SupportBot.Features.Agreements; class A { Sla.Pause? p; }", "Sla")]
    [InlineData("Features/Agreements/A.cs", "namespace Synerity.SupportBot.Features.Agreements; class A { object p = Sla.Pause.None; }", "Sla")]
    [InlineData("Features/Agreements/A.cs", "namespace Synerity.SupportBot.Features.Agreements; class A { object p = new List<Sla.Pause>(); }", "Sla")]
    [InlineData("Features/Agreements/A.cs", "namespace Synerity.SupportBot.Features.Agreements; class A { object p = typeof(Features.Tickets.Ticket); }", "Tickets")]
    [InlineData("Features/Tickets/A.cs", "namespace Synerity.SupportBot.Features.Tickets; class A { Protocol.Activity? p; }", "Protocol")]
    [InlineData("Storage/A.cs", "namespace Synerity.SupportBot.Storage; class A { Language.Text t; }", "Language")]
    [InlineData("Outbox/A.cs", "namespace Synerity.SupportBot.Outbox; class A : Bot.Turn;", "Bot")]
    [InlineData("Simulator/A.cs", "using Synerity.SupportBot.Bot;", "Bot")]
    public void A_planted_trespass_is_found(string path, string text, string named) =>
        Assert.Equal($"{path} names {named}", Assert.Single(Trespasses(new Source(path, text))));

    [Theory]
    [InlineData("Features/Tickets/A.cs", "using Synerity.SupportBot.Features.Sla; namespace Synerity.SupportBot.Features.Tickets; class A { Agreements.Tier t; }")]
    [InlineData("Features/Agreements/A.cs", "/// <summary>As <see cref=\"Sla.Pause\"/>, Tickets.Ticket.</summary>\nclass A { string s = \"Sla.Pause\"; int Sla; }")]
    [InlineData("Storage/A.cs", "using System.Text; namespace Synerity.SupportBot.Storage; class A { StringBuilder b = row.Bot; }")]
    [InlineData("Protocol/A.cs", "namespace Synerity.SupportBot.Protocol; class A { object o = Bot(this).Urls; object Bot(A a) => a; }")]
    public void What_is_allowed_or_only_looks_alike_is_left_alone(string path, string text) => Assert.Empty(Trespasses(new Source(path, text)));

    private static IEnumerable<string> Trespasses(Source source) =>
        source.Room is "Properties" ? [] : source.Named(Rooms).Except(MayName[source.Room]).Select(named => $"{source.Path} names {named}");
}
