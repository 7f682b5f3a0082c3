using System.Text;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Pictures and files in the chat, from the message to the technician who opens them.</summary>
public sealed class FilesTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[300]];
    private static readonly Dictionary<string, string?> Reachable = new() { ["Files:PublicUrl"] = "https://bot.example" };

    [Fact]
    public async Task A_pasted_picture_goes_to_the_ticket_in_hand_and_the_thread_shows_it()
    {
        await using var app = await BotApp.StartAsync(settings: Reachable);
        await app.TicketAsync(Cast.Maria);

        await app.SendAsync(Cast.Maria, "", ("", Picture(app)));

        Assert.Equal("Tack, bilden ligger på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Maria Ek har lagt till en bild utan namn (1 kB) på NORD-1.\nÖppna filen\nSvara", app.Channel[^1].Words);
        Assert.Equal(app.DeskCard("NORD-1").ConversationId, app.Channel[^1].ConversationId);
        Assert.Contains("\nFiler  \n1 · en bild utan namn\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nFiler  \n1 · en bild utan namn\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(["opened", "filesAdded", "fileKept"], await KindsAsync(app));
    }

    [Fact]
    public async Task The_link_opens_the_file_as_one_that_is_saved_and_never_run()
    {
        await using var app = await BotApp.StartAsync(settings: Reachable);
        await app.TicketAsync(Cast.Maria);
        await app.SendAsync(Cast.Maria, "", ("skärm\u202Ebild.png", app.Connector.Keep("/up/1", Png)));
        var link = app.Channel[^1].Card!.Button("Öppna filen").GetProperty("url").GetString()!;

        using var opened = await app.GetAsync(new Uri(link).AbsolutePath);

        Assert.StartsWith("https://bot.example/files/", link, StringComparison.Ordinal);
        Assert.Equal(Png, await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", opened.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", opened.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("skärmbild.png", opened.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", opened.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", opened.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_link_ends_after_a_week_and_cannot_be_forged_or_lengthened()
    {
        await using var app = await BotApp.StartAsync(settings: Reachable);
        await app.TicketAsync(Cast.Maria);
        await app.SendAsync(Cast.Maria, "", ("", Picture(app)));
        var path = new Uri(app.Channel[^1].Card!.Button("Öppna filen").GetProperty("url").GetString()!).AbsolutePath;
        var (said, signed) = (path["/files/".Length..].Split('.')[0], path.Split('.')[1]);
        var later = Convert.ToBase64String(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(said))[..^1] + "9")).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        foreach (var forged in new[] { $"/files/{later}.{signed}", $"/files/{said}.{signed[..^2]}AA", $"/files/{said}", "/files/..", "/files/a.b", "/files/%2e%2e%2fbot.db" })
        {
            using var refused = await app.GetAsync(forged);
            Assert.Equal(404, (int)refused.StatusCode);
        }

        app.Clock.Advance(TimeSpan.FromDays(8));
        using var over = await app.GetAsync(path);
        Assert.Equal(404, (int)over.StatusCode);
    }

    [Fact]
    public async Task Without_an_address_of_the_bot_technicians_read_name_and_size()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SendAsync(Cast.Maria, "", ("logg.txt", app.Connector.Keep("/up/1", Encoding.UTF8.GetBytes(new string('å', 1024)))));

        Assert.Equal("Tack, filen ligger på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Maria Ek har lagt till logg.txt (2 kB) på NORD-1.\nFilen kan inte öppnas härifrån. En administratör kan sätta Files:PublicUrl.\nSvara", app.Channel[^1].Words);
    }

    [Fact]
    public async Task Words_that_come_along_reach_the_technician_at_once_and_give_the_ball_back()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Hur ser det ut?", waiting: true);

        await app.SendAsync(Cast.Maria, "Så här ser felet ut", ("", Picture(app)));

        Assert.Contains(app.ChatOf(Cast.Anna), message => message.Words == "Maria Ek skriver på NORD-1:\nSå här ser felet ut\nSvara");
        Assert.StartsWith("Maria Ek har lagt till en bild utan namn (1 kB) på NORD-1.", app.LastTo(Cast.Anna).Words, StringComparison.Ordinal);
        Assert.Contains("\nAnna Berg jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_tickets_it_is_asked_which()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "det första");
        await app.TicketAsync(Cast.Maria, "det andra");
        await app.AdvanceToAsync("2026-11-27 13:00");
        await app.SendAsync(Cast.Maria, "", ("", Picture(app)));
        Assert.Equal("Vilket ärende hör det till?\nNORD-2 · Det andra\nNORD-1 · Det första\nNytt ärende", app.LastTo(Cast.Maria).Words);

        await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "NORD-1 · Det första");

        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words.StartsWith("Tack, bilden ligger på NORD-1.", StringComparison.Ordinal));
        Assert.Contains("\nFiler  \n1 · en bild utan namn\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Filer", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_open_ticket_the_next_one_takes_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "hej");
        await app.SendAsync(Cast.Maria, "så här blir det", ("", Picture(app)));
        var form = app.LastTo(Cast.Maria);
        Assert.Equal("så här blir det", form.Card!["what"]);
        Assert.Contains("Tack! Skriv vad det gäller, så följer det med till ärendet.", form.Words, StringComparison.Ordinal);

        await app.PressAsync(Cast.Maria, form, "Skicka till supporten");

        Assert.Contains("\nFiler  \n1 · en bild utan namn\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        await app.TicketAsync(Cast.Maria, "något annat");
        Assert.DoesNotContain("Filer", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_ticket_is_undone_and_the_bytes_are_deleted()
    {
        await using var app = await BotApp.StartAsync(settings: Reachable);
        await app.TicketAsync(Cast.Maria);
        await app.SendAsync(Cast.Maria, "", ("", Picture(app)));
        var path = new Uri(app.Channel[^1].Card!.Button("Öppna filen").GetProperty("url").GetString()!).AbsolutePath;

        await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Fel ärende");

        Assert.DoesNotContain("Filer", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Maria Ek tog bort det som just lades till på NORD-1.", app.Channel[^1].Words);
        using var gone = await app.GetAsync(path);
        Assert.Equal(404, (int)gone.StatusCode);
        await app.AdvanceToAsync("2026-11-27 10:30");
        Assert.Empty(KeptBytes(app));
    }

    [Theory]
    [InlineData("program.exe", "MZ-binary")]
    [InlineData("bild.png", "<script>alert(1)</script>\0")]
    [InlineData("rapport.docx", "PK\u0003\u0004 no package of Office's, whatever its name")]
    [InlineData("sida.html", "<html></html>")]
    [InlineData("bild.svg", "<svg onload=alert(1)>")]
    public async Task What_is_not_what_we_take_is_refused_with_what_is(string name, string bytes)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SendAsync(Cast.Maria, "", (name, app.Connector.Keep("/up/1", Encoding.UTF8.GetBytes(bytes))));

        Assert.Equal($"{name} kan jag inte lägga på NORD-1. Jag tar emot bilder, PDF, text och Word, Excel och PowerPoint.", app.LastTo(Cast.Maria).Words);
        Assert.DoesNotContain("Filer", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Empty(KeptBytes(app));
    }

    [Fact]
    public async Task What_is_too_big_is_refused_with_how_big_it_may_be()
    {
        await using var app = await BotApp.StartAsync(settings: new() { ["Files:MostMegabytes"] = "1" });
        await app.TicketAsync(Cast.Maria);

        await app.SendAsync(Cast.Maria, "", ("stor.png", app.Connector.Keep("/up/1", [.. Png, .. new byte[1024 * 1024]])));

        Assert.Equal("stor.png är för stor för NORD-1. Jag tar emot filer på högst 1 MB.", app.LastTo(Cast.Maria).Words);
    }

    /// <summary>Nothing is asked of a host that is not on the list, whoever it leads to.</summary>
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://evil.example/x.png")]
    [InlineData("https://sharepoint.com.evil.example/x.png")]
    [InlineData("file:///etc/passwd")]
    public async Task An_upload_from_elsewhere_is_not_fetched(string address)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SendAsync(Cast.Maria, "", ("bild.png", address));

        Assert.Equal("Jag kunde inte hämta bild.png till NORD-1. Skicka den gärna en gång till.", app.LastTo(Cast.Maria).Words);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var inside = app.Connector.Keep("/inside", Png);

        await app.SendAsync(Cast.Maria, "", ("bild.png", app.Connector.Keep("/up/1", [], 302, inside)));

        Assert.Equal(["/up/1"], app.Connector.Fetched.Select(one => one.Path));
        Assert.Equal("Jag kunde inte hämta bild.png till NORD-1. Skicka den gärna en gång till.", app.LastTo(Cast.Maria).Words);
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SendAsync(Cast.Maria, "", ("bild.png", app.Connector.Keep("/up/1", [], 503)));
        Assert.DoesNotContain("har lagt till", app.Channel[^1].Words, StringComparison.Ordinal);
        app.Connector.Keep("/up/1", Png);

        await app.AdvanceToAsync("2026-11-27 10:12");

        Assert.StartsWith("Maria Ek har lagt till bild.png (1 kB) på NORD-1.", app.Channel[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_twenty_lie_on_a_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var ten = Enumerable.Range(0, 10).Select(n => ("", app.Connector.Keep($"/emea/v3/attachments/{n}/views/original", Png))).ToArray();
        await app.SendAsync(Cast.Maria, "", ten);
        await app.SendAsync(Cast.Maria, "", ten);

        await app.SendAsync(Cast.Maria, "", ("", Picture(app)));

        Assert.Equal("NORD-1 kan inte ha fler än 20 filer.", app.LastTo(Cast.Maria).Words);
    }

    [Fact]
    public async Task A_follower_who_quotes_adds_a_picture_and_other_customers_open_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Petra, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.ShareAsync(Cast.Maria, "NORD-1", Cast.Petra);

        await app.SettledAsync(TeamsActivities.WithFiles(app.Teams.Message(Cast.Petra, "", app.TicketCard(Cast.Petra, "NORD-1")), ("", Picture(app))));

        Assert.StartsWith("Petra Vik har lagt till en bild utan namn (1 kB) på NORD-1.", app.Channel[^1].Words, StringComparison.Ordinal);
    }

    private static string Picture(BotApp app) => app.Connector.Keep("/emea/v3/attachments/0-weu-d1/views/original", Png);

    private static string[] KeptBytes(BotApp app)
    {
        var folder = app.Services.GetService(typeof(Microsoft.Extensions.Options.IOptions<SupportBot.Storage.FilesOptions>)) is Microsoft.Extensions.Options.IOptions<SupportBot.Storage.FilesOptions> options ? options.Value.Path : "";
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(BotApp app) =>
        [.. (await app.Rows.RangeAsync("c|NORD", "l|0000000001|", "l|0000000001|~", 100, default)).Select(row => System.Text.Json.JsonElement.Parse(row.Data).GetProperty("kind").GetString()!)];
}
