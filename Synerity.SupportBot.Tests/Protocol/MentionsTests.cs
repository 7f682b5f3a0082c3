using System.Text;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class MentionsTests
{
    private const string Bot = "28:bot";

    [Theory]
    [InlineData("<at>Bot</at> visa kö", "visa kö")]
    [InlineData("visa <at>Bot</at> kö", "visa kö")]
    [InlineData("visa kö <at>Bot</at>\n", "visa kö")]
    [InlineData("<at>Bot</at>\u00A0hjälp\u200B", "hjälp")]
    [InlineData("\uFEFF\u200E hjälp \u00A0\r\n", "hjälp")]
    [InlineData("<at>Bot</at> sa <at>Bot</at>", "sa <at>Bot</at>")]
    [InlineData("<at>Anna</at> hej", "<at>Anna</at> hej")]
    [InlineData("a &lt; b &amp; c", "a &lt; b &amp; c")]
    [InlineData("<AT>Bot</AT> hej", "<AT>Bot</AT> hej")]
    [InlineData("<at>Bot</at>", "")]
    [InlineData(null, "")]
    public void The_bot_s_own_mention_goes_and_every_other_word_stays(string? text, string stripped) =>
        Assert.Equal(stripped, Mentions.Strip(Said(text, new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = new ChannelAccount(Bot) })));

    [Fact]
    public void A_mention_is_known_by_its_entity_never_by_its_looks()
    {
        var typed = Said("<at>Bot</at> hej");
        var another = Said("<at>Bot</at> hej", new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = new ChannelAccount("29:anna") });
        var odd = Said("<at>Bot</at> hej", new Entity { Type = "mention", Text = "<at>Bot</at>" }, new Entity());

        foreach (var activity in new[] { typed, another, odd })
        {
            Assert.False(Mentions.IsAddressed(activity));
            Assert.Equal("<at>Bot</at> hej", Mentions.Strip(activity));
        }
    }

    [Fact]
    public void A_personal_chat_is_always_addressed_and_a_channel_only_by_mention()
    {
        var personal = Said("hej") with { Conversation = new ConversationAccount("a:1", "personal") };
        var mentioned = Said("hej", new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = new ChannelAccount(Bot) });

        Assert.True(Mentions.IsAddressed(personal));
        Assert.True(Mentions.IsAddressed(mentioned));
        Assert.False(Mentions.IsAddressed(Said("hej")));
        Assert.False(Mentions.IsAddressed(new Activity()));
    }

    [Fact]
    public void Decomposed_letters_become_one_character_each() =>
        Assert.Equal("åäö ÅÄÖ", Mentions.Strip(Said("åäö ÅÄÖ".Normalize(NormalizationForm.FormD))));

    [Fact]
    public void The_samples_read_as_they_were_meant()
    {
        Assert.Equal("tilldela 4711 till <at>Åsa Öberg</at>", Mentions.Strip(Sample("activities", "message-channel-thread-reply-two-mentions")));
        Assert.Equal("berätta om <at>Chefen</at>", Mentions.Strip(Sample("hostile", "mention-spoof-in-text")));
    }

    private static Activity Sample(string folder, string name)
    {
        var json = Samples.Read(folder, name);
        return ProtocolJson.ReadActivity(Encoding.UTF8.GetBytes((json["activity"] ?? json).ToJsonString()))!;
    }

    private static Activity Said(string? text, params Entity[] entities) => new()
    {
        Type = "message",
        Text = text,
        Recipient = new ChannelAccount(Bot),
        Conversation = new ConversationAccount("19:x", "channel"),
        Entities = entities,
    };
}
