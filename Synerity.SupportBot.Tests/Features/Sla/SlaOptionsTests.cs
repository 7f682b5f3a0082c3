using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

public sealed class SlaOptionsTests
{
    [Fact]
    public void Left_alone_the_settings_warn_at_75_and_100_and_close_the_eves()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<SlaOptions>>().Value;

        Assert.Equal([75, 100], options.Levels);
        Assert.Equal((null, true), (options.AcuteTargetMinutes, options.EvesClosed));
        Assert.Equal(SwedishClosures.PublicHolidaysAndEves, services.GetRequiredService<WorkingHours>().Timetable.SwedishClosures);
    }

    [Fact]
    public void Settings_replace_the_defaults()
    {
        using var services = Services(("WarningLevels:0", "90"), ("WarningLevels:1", "50"), ("AcuteTargetMinutes", "30"), ("EvesClosed", "false"));

        var options = services.GetRequiredService<IOptions<SlaOptions>>().Value;

        Assert.Equal([50, 90], options.Levels);
        Assert.Equal(30, options.AcuteTargetMinutes);
        Assert.Equal(SwedishClosures.PublicHolidays, services.GetRequiredService<WorkingHours>().Timetable.SwedishClosures);
    }

    [Theory]
    [InlineData("WarningLevels:0", "0", "Sla:WarningLevels")]
    [InlineData("WarningLevels:0", "101", "Sla:WarningLevels")]
    [InlineData("AcuteTargetMinutes", "0", "Sla:AcuteTargetMinutes")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        using var services = Services((key, value));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SlaOptions>>().Value);

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Sla:{setting.Key}", setting.Value)))
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSla().BuildServiceProvider();
    }
}
