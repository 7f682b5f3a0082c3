using CsCheck;
using Synerity.SupportBot.Features.Recordings;

namespace Synerity.SupportBot.Tests.Features.Recordings;

public sealed class LinkCheckTests
{
    private static readonly string[] Hosts = ["www.loom.com", "*.vidyard.com", "rec.example.se"];

    [Theory]
    [InlineData("https://www.loom.com/share/0123456789abcdef?sid=1#t=3", null)]
    [InlineData("HTTPS://WWW.LOOM.COM/share/1", null)]
    [InlineData("https://share.vidyard.com/watch/abc", null)]
    [InlineData("https://rec.example.se", null)]
    [InlineData("http://www.loom.com/share/1", WhyNot.NotHttps)]
    [InlineData("ftp://www.loom.com/share/1", WhyNot.NotHttps)]
    [InlineData("javascript://www.loom.com/%0aalert(1)", WhyNot.NotHttps)]
    [InlineData("www.loom.com/share/1", WhyNot.Unreadable)]
    [InlineData("https:///share/1", WhyNot.Unreadable)]
    [InlineData("https://loom.com/share/1", WhyNot.Host)]
    [InlineData("https://vidyard.com/watch/1", WhyNot.Host)]
    [InlineData("https://evilvidyard.com/1", WhyNot.Host)]
    [InlineData("https://www.loom.com.evil.example/share/1", WhyNot.Host)]
    [InlineData("https://www-loom.com/share/1", WhyNot.Host)]
    [InlineData("https://a.www.loom.com/share/1", WhyNot.Host)]
    [InlineData("https://evil.example/?www.loom.com", WhyNot.Host)]
    [InlineData("https://www.loom.com@evil.example/share/1", WhyNot.Credentials)]
    [InlineData("https://evil.example@www.loom.com/share/1", WhyNot.Credentials)]
    [InlineData("https://user:pass@www.loom.com/share/1", WhyNot.Credentials)]
    [InlineData("https://www.loom.com:443/share/1", WhyNot.Port)]
    [InlineData("https://www.loom.com:8443/share/1", WhyNot.Port)]
    [InlineData("https://www.loom.com./share/1", WhyNot.LookAlike)]
    [InlineData("https://www..loom.com/share/1", WhyNot.LookAlike)]
    [InlineData("https://www.lооm.com/share/1", WhyNot.LookAlike)] // Cyrillic о
    [InlineData("https://www.loom。com/share/1", WhyNot.LookAlike)]
    [InlineData("https://www.xn--lm-fkaa.com/share/1", WhyNot.LookAlike)]
    [InlineData("https://www.loom.com\\@evil.example/", WhyNot.LookAlike)]
    [InlineData("https://www.loom%2ecom/share/1", WhyNot.LookAlike)]
    [InlineData("https://www.loom.com/share/\u202E1", WhyNot.LookAlike)]
    [InlineData("https://127.0.0.1/share/1", WhyNot.Address)]
    [InlineData("https://2130706433/share/1", WhyNot.Address)]
    [InlineData("https://0x7f000001/", WhyNot.Address)]
    [InlineData("https://0177.0.0.1/", WhyNot.Address)]
    [InlineData("https://www.loom.com.1/", WhyNot.Address)]
    [InlineData("https://[::1]/", WhyNot.Address)]
    [InlineData("https://[::ffff:127.0.0.1]/", WhyNot.Address)]
    public void Only_what_every_program_reads_as_a_host_on_the_list_is_taken(string link, WhyNot? why) => Assert.Equal(why, LinkCheck.Fault(link, Hosts));

    /// <summary>Whatever is strung together of the pieces that such tricks are made of: what is taken leads to a host on the list, as .NET reads it and as RFC 3986 does.</summary>
    [Fact]
    public void What_is_taken_leads_to_the_list()
    {
        string[] tricks =
        [
            "https://", "http://", "//", "www.loom.com", "share.vidyard.com", "vidyard.com", "rec.example.se", "evil.example", "@", ":", ":443", "/", "\\", "?", "#", ".", "%2e", "%40", "xn--", "0x7f", "127.0.0.1",
            "[::1]", " ", "\t", "\u202E", "о", "。", "-", "a", "..", ";", "&", "=", "\0",
        ];
        var pieces = Gen.Int[0, tricks.Length - 1].Select(at => tricks[at]);
        var links = Gen.Select(pieces.Array[0, 6], Gen.Bool).Select((parts, begins) => (begins ? "https://" : "") + string.Concat(parts));

        links.Sample(link =>
        {
            if (LinkCheck.Fault(link, Hosts) is not null) return;
            var url = new Uri(link);
            var authority = System.Text.RegularExpressions.Regex.Match(link, @"\A[^:/?#]+://([^/?#]*)").Groups[1].Value.ToLowerInvariant();
            Assert.Equal("https", url.Scheme);
            Assert.Equal(url.Host, authority);
            Assert.True(Hosts.Contains(url.Host) || (url.Host.EndsWith(".vidyard.com", StringComparison.Ordinal) && url.HostNameType == UriHostNameType.Dns), link);
            Assert.Equal("", url.UserInfo);
            Assert.True(url.IsDefaultPort);
        }, iter: 200_000);
    }

    /// <summary>Any one sign put into the host of a good link spoils it, unless it still is a name below an entry that takes those.</summary>
    [Fact]
    public void One_sign_more_in_the_host_is_another_host() =>
        Gen.Select(Gen.Char, Gen.Int[8, 20]).Sample((sign, at) =>
        {
            var link = "https://www.loom.com/share/1".Insert(at, sign.ToString());
            var stays = sign is '/' or '?' or '#' && at == 20;
            if (!stays) Assert.NotNull(LinkCheck.Fault(link, Hosts));
        }, iter: 20_000);

    [Theory]
    [InlineData("så här ser det ut: https://www.loom.com/share/1.", "https://www.loom.com/share/1")]
    [InlineData("(https://www.loom.com/share/1)", "https://www.loom.com/share/1")]
    [InlineData("<https://www.loom.com/share/1>", "https://www.loom.com/share/1")]
    [InlineData("ingen länk här, bara http", null)]
    public void A_link_is_found_in_what_people_write(string text, string? link) => Assert.Equal(link, LinkCheck.In(text));
}
