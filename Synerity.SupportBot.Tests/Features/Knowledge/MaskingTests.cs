using CsCheck;
using Synerity.SupportBot.Features.Knowledge;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class MaskingTests
{
    private static readonly string[] Secrets =
    [
        "anna.berg@nordkraft.se", "o'neill+test@sub.example.co.uk", "åsa@företaget.se",
        "070-123 45 67", "0701234567", "042-4003999", "+46 70 123 45 67", "+46701234567", "0046701234567", "08-123 456 78", "(042) 400 39 99", "+1 (555) 010-9999",
        "19800101-1234", "800101-1234", "8001011234", "198001011234", "800161-1234", "800101+1234",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w", "sk-abcdefgh12345678", "ghp_16C7e42F292c6912E7", "AKIAIOSFODNN7EXAMPLE",
    ];

    [Fact]
    public void What_says_who_somebody_is_or_lets_somebody_in_goes() => Assert.All(Secrets, secret =>
    {
        foreach (var text in new[] { secret, $"Det gäller {secret}.", $"({secret})", $"{secret}, tack", $"nummer:{secret}\nhej" })
        {
            Assert.DoesNotContain(secret, Masking.Mask(text), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("Skriv till anna@x.se i dag", "Skriv till [e-mail] i dag")]
    [InlineData("Ring 070-123 45 67 tack", "Ring [telephone] tack")]
    [InlineData("Ring +46 70 123 45 67 tack", "Ring [telephone] tack")]
    [InlineData("042-4003999 (042) 400 39 99", "[telephone]")]
    [InlineData("0739991234tack", "[telephone]tack")]
    [InlineData("2026-11-25 0739991234", "2026-11-25 [telephone]")]
    [InlineData("Mitt är 800101-1234 nu", "Mitt är [personnummer] nu")]
    [InlineData("Mitt är 800161-1234 nu", "Mitt är [personnummer] nu")]
    [InlineData("Mitt är 19800161-1234 nu", "Mitt är [personnummer] nu")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: [secret]")]
    [InlineData("lösenord: Sommar2026!", "lösenord: [secret]")]
    [InlineData("lösenordet är Sommar2026!", "lösenordet är [secret]")]
    [InlineData("mitt losenord ar hemligt", "mitt losenord ar [secret]")]
    [InlineData("pinkoden är 1234", "pinkoden är [secret]")]
    [InlineData("my password is hunter2", "my password is [secret]")]
    [InlineData("PASSWORD=hunter2", "PASSWORD= [secret]")]
    [InlineData("api key: 12345", "api key: [secret]")]
    [InlineData("token: abc", "token: [secret]")]
    [InlineData("https://nordkraft.monday.com/boards/123/pulses/456?token=x", "https://nordkraft.monday.com/…")]
    [InlineData("se https://monday.com nu", "se https://monday.com nu")]
    public void What_was_there_is_said(string text, string masked) => Assert.Equal(masked, Masking.Mask(text));

    [Theory]
    [InlineData("NORD-17 är inte löst")]
    [InlineData("Det började 2026-11-25 klockan 08:15")]
    [InlineData("Senast 25/11 2026 eller 25.11.2026")]
    [InlineData("Vi har 25 000 rader och 1 250 000 kronor")]
    [InlineData("Tavlan Inköp 2026 Q4")]
    [InlineData("Tavlan Leveranser & Returer (Helsingborg)")]
    [InlineData("Jag har glömt mitt lösenord")]
    [InlineData("How do I reset my password?")]
    [InlineData("API-token fungerar inte")]
    [InlineData("automatiseringsinställningarna och behörighetsinställningar")]
    [InlineData("deactivate-user-transfer-ownership")]
    [InlineData("Fel 404 och 500, 3 av 10 gånger")]
    [InlineData("08:00–17:00")]
    public void What_support_needs_stays(string text) => Assert.Equal(text, Masking.Mask(text));

    [Fact]
    public void A_private_key_goes_from_beginning_to_end() =>
        Assert.Equal("x [secret] y", Masking.Mask("x -----BEGIN PRIVATE KEY-----\nMIIEvQ\nIBADAN\n-----END PRIVATE KEY----- y"));

    [Fact]
    public void Masking_twice_is_masking_once_and_nothing_leaks() => Gen.Frequency(
            (2, Gen.OneOf(Secrets)),
            (2, Gen.OneOf("hej", "lösenord:", "password is", "är", "NORD-17", "2026-11-25", "https://x.se/a", "Bearer", "+46", "12", "@", "[secret]", ".", ",", "\n", "😀", "\ud800")),
            (1, Gen.String[0, 8]))
        .Array[0, 12].Sample(parts =>
        {
            var text = string.Join(' ', parts);

            var masked = Masking.Mask(text);

            Assert.Equal(masked, Masking.Mask(masked));
            Assert.All(parts.Where(Secrets.Contains), secret => Assert.DoesNotContain(secret, masked, StringComparison.Ordinal));
        });

    [Fact]
    public void No_text_takes_long()
    {
        string[] nasty = [new('1', 28_000), new('a', 28_000), string.Concat(Enumerable.Repeat("a.", 14_000)), string.Concat(Enumerable.Repeat("1 ", 14_000)), "-----BEGIN" + new string('x', 28_000), string.Concat(Enumerable.Repeat("a@", 14_000))];

        Assert.All(nasty, text =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Masking.Mask(text);
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        });
    }
}
