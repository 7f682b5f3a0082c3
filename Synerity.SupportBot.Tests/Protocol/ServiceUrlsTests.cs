using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class ServiceUrlsTests
{
    private static readonly ServiceUrls Teams = new([.. BotOptions.TeamsServiceUrls, "http://localhost:5080", "http://127.0.0.1:5081"]);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8/")]
    [InlineData("https://smba.trafficmanager.net/teams")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://SMBA.trafficmanager.NET/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams")]
    [InlineData("http://localhost:5080/emea/")]
    [InlineData("http://127.0.0.1:5081")]
    public void Teams_hosts_and_what_is_configured_are_allowed(string url) => Assert.True(Teams.Allows(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("/v3/conversations")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba-teams.trafficmanager.net/emea/")]
    [InlineData("https://x.smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/emea/")]
    [InlineData("https://user:word@smba.trafficmanager.net/emea/")]
    [InlineData("https://@smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https:\\\\smba.trafficmanager.net\\")]
    [InlineData("https://smba.trafficmanager.net/?x=1")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData("https://smba.trafficmanager.net?")]
    [InlineData("https://%73mba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/%2e%2e/")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("https://ｓmba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager。net/")]
    [InlineData(" https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/\r\nHost: evil.example")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("http://localhost:5081/")]
    [InlineData("http://localhost/")]
    [InlineData("https://localhost:5080/")]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://169.254.169.254/")]
    public void Everything_else_is_not(string? url) => Assert.False(Teams.Allows(url));

    [Theory]
    [InlineData("http://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net:444")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://me@smba.trafficmanager.net")]
    [InlineData("http://10.0.0.5:5080")]
    [InlineData("*")]
    [InlineData("")]
    public void Only_origins_can_be_configured(string origin) => Assert.Throws<ArgumentException>(() => new ServiceUrls([origin]));
}
