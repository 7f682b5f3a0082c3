using System.Text.Json;
using CsCheck;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Which words raise the question of an alarm.</summary>
public sealed class UrgencyTests
{
    private static readonly string[] Files = ["questions.jsonl", "unseen.jsonl"];
    private static readonly string[] AboutCrises = ["acute-incident", "runaway-mail-loop"];

    /// <summary>How people write the same.</summary>
    private static readonly Func<string, string>[] Ways =
        [words => words, words => words.ToUpperInvariant(), words => words + "!!", words => "hej, " + words, words => words.TrimEnd('?')];

    [Theory]
    [InlineData("HJÄLP!! alla kunder får samma mejl om och om igen")]
    [InlineData("hjälp!! mejlen slutar inte")]
    [InlineData("det här är akut!!")]
    [InlineData("Det är akut")]
    [InlineData("det ar akut, kunderna ringer hela tiden")]
    [InlineData("akut")]
    [InlineData("AKUT: orderna kommer inte fram")]
    [InlineData("leverantörerna får fel priser nu, akut!")]
    [InlineData("kan ni ringa? det är jätteakut")]
    [InlineData("allt står still")]
    [InlineData("hela verksamheten har stannat")]
    [InlineData("vi har ett nytt läge, läget är akut")]
    [InlineData("HELP!! every customer gets the same e-mail")]
    [InlineData("this is urgent")]
    [InlineData("It's an emergency, nothing works")]
    [InlineData("Urgent! The order board is empty")]
    [InlineData("everything has stopped")]
    public void A_statement_or_a_cry_is_urgent(string words) => Assert.True(Urgency.IsIn(words));

    [Theory]
    [InlineData("vad räknas som akut")]
    [InlineData("hur snabbt får vi hjälp när det är akut")]
    [InlineData("ingår akut hjälp i silveravtalet?")]
    [InlineData("hur larmar jag om det är akut")]
    [InlineData("det är inte akut men kan ni titta på det")]
    [InlineData("inget akut, bara en fråga om vyer")]
    [InlineData("det är inte akut längre")]
    [InlineData("hjälp")]
    [InlineData("Kan du hjälpa mig att bjuda in en gäst?")]
    [InlineData("HUR BJUDER JAG IN EN GÄST")]
    [InlineData("HJÄLP HUR BJUDER JAG IN EN GÄST??")]
    [InlineData("jag behöver hjälp med en formel")]
    [InlineData("how fast do we get help when it's urgent")]
    [InlineData("this is not urgent, but the view is empty")]
    [InlineData("can you help me invite a guest")]
    [InlineData("akutmottagningens tavla saknar en kolumn")]
    [InlineData("vi har en kolumn som heter Akut som jag vill byta namn på")]
    public void A_question_or_a_denial_is_not(string words) => Assert.False(Urgency.IsIn(words));

    [Theory]
    [InlineData("det är inte akut längre", true)]
    [InlineData("Inte akut längre, tack!", true)]
    [InlineData("it's no longer urgent", true)]
    [InlineData("det här är akut", false)]
    [InlineData("det löste sig", false)]
    public void It_can_be_said_that_it_is_over(string words, bool over) => Assert.Equal(over, Urgency.IsOver(words));

    [Theory]
    [InlineData("det här är akut!!", true)]
    [InlineData("AKUT nu!", true)]
    [InlineData("this is urgent", true)]
    [InlineData("akut: orderna kommer inte fram", false)]
    [InlineData("HJÄLP!! alla kunder får samma mejl", false)]
    public void Words_without_a_matter_are_about_what_was_said_before(string words, bool bare) => Assert.Equal(bare, Urgency.IsBare(words));

    /// <summary>Seven hundred questions as people ask them: those that are not about a crisis never raise the alarm, however they are written.</summary>
    [Fact]
    public void Ordinary_questions_never_raise_it()
    {
        var questions = Ordinary().ToArray();
        Assert.InRange(questions.Length, 500, 700);

        Assert.DoesNotContain(questions, Urgency.IsIn);
        Gen.Select(Gen.Const(questions).SelectMany(all => Gen.Int[0, all.Length - 1].Select(at => all[at])), Gen.Int[0, Ways.Length - 1].Select(way => Ways[way]))
            .Sample((words, write) => !Urgency.IsIn(write(words)), iter: 20_000);
    }

    /// <summary>Whatever else is written: who denies it is believed, and who states it is heard.</summary>
    [Fact]
    public void A_denial_and_a_statement_are_heard_in_any_text() => Gen.Select(Gen.String[0, 2000], Gen.String[0, 2000]).Sample((before, after) =>
        !Urgency.IsIn($"{before} inte akut {after}") && (Urgency.IsIn($"{before} . Det här är akut! {after}") || Urgency.IsIn($"{before} inte akut {after}")));

    private static IEnumerable<string> Ordinary() =>
        from file in Files
        from line in File.ReadLines(Path.Combine(Support.Repository.Tests, "Knowledge", file))
        let question = JsonElement.Parse(line)
        where !(question.TryGetProperty("slug", out var slug) && slug.ValueKind == JsonValueKind.String && AboutCrises.Contains(slug.GetString()))
        select question.GetProperty("query").GetString()!;
}
