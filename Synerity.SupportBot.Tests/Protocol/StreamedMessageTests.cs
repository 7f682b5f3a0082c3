using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Tests.Protocol;

/// <summary>The entities of streamed and composed messages, against the samples.</summary>
public sealed class StreamedMessageTests
{
    [Fact]
    public void A_piece_and_the_end_are_as_Teams_wants_them()
    {
        Assert.Equal("""{"type":"streaminfo","streamType":"streaming","streamSequence":1}""", StreamInfo.Piece(null, 1).GetRawText());
        Assert.Equal("""{"type":"streaminfo","streamId":"a-0001","streamType":"streaming","streamSequence":2}""", StreamInfo.Piece("a-0001", 2).GetRawText());
        Assert.Equal("""{"type":"streaminfo","streamId":"a-0001","streamType":"final"}""", StreamInfo.Final("a-0001").GetRawText());
    }

    [Fact]
    public void The_label_has_the_shape_of_the_sample()
    {
        var sample = Samples.Read("outgoing", "send-ai-answer")["body"]!["entities"]![0]!.AsObject();
        sample.Remove("usageInfo");
        sample["citation"]![0]!["appearance"]!.AsObject().Remove("url");
        sample["citation"]![0]!["appearance"]!.AsObject().Remove("keywords");

        var entity = AiContent.Entity([new CitedSource(1, "Personalhandboken", "Kapitel 4: semester och ledighet.")]);

        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(sample, System.Text.Json.Nodes.JsonNode.Parse(entity.GetRawText())), entity.GetRawText());
    }

    [Fact]
    public void What_Teams_would_refuse_is_cut()
    {
        var entity = AiContent.Entity(Enumerable.Range(1, 25).Select(n => new CitedSource(n, new string('å', 200), string.Concat(Enumerable.Repeat("😀", 100)))));

        var claims = entity.GetProperty("citation").EnumerateArray().ToList();
        Assert.Equal(AiContent.MostCitations, claims.Count);
        Assert.All(claims, claim => Assert.InRange(claim.GetProperty("appearance").GetProperty("name").GetString()!.Length, 79, 80));
        Assert.All(claims, claim => Assert.InRange(claim.GetProperty("appearance").GetProperty("abstract").GetString()!.Length, 159, 160));
        Assert.DoesNotContain("\\ufffd", entity.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_sources_there_is_a_label_only() =>
        Assert.False(AiContent.Entity([]).TryGetProperty("citation", out _));
}
