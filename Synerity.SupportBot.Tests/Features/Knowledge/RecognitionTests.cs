using CsCheck;
using Synerity.SupportBot.Features.Knowledge;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("hur får jag tillbaka en rad som är borta")]
    [InlineData("Vår automation på board Inköp har slutat skicka notifications till min kollega")]
    [InlineData("varför kan inte gästen se tavlan")]
    [InlineData("jag behöver hjälp med påminnelser")]
    public void Swedish_is_recognised(string text) => Assert.Equal(Recognised.Swedish, Recognition.Of(text));

    [Theory]
    [InlineData("how do I get a deleted item back")]
    [InlineData("Our automation on the board is not running")]
    [InlineData("why can't the guest see what we do")]
    public void English_is_recognised(string text) => Assert.Equal(Recognised.English, Recognition.Of(text));

    [Theory]
    [InlineData("board automation dashboard")]
    [InlineData("tavla")]
    [InlineData("hej")]
    [InlineData("dashboard export Excel fel")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("42")]
    [InlineData("ok")]
    public void What_is_short_or_only_product_words_is_unclear(string text) => Assert.Equal(Recognised.Unclear, Recognition.Of(text));

    [Theory]
    [InlineData("Wie kann ich eine gelöschte Zeile wiederherstellen, ich finde die nicht")]
    [InlineData("Hvordan får jeg tilbake en rad, jeg finner ikke noe")]
    [InlineData("Miten voin palauttaa rivin, mitä nyt, ei toimi")]
    [InlineData("¿Cómo puedo recuperar una fila, por qué no está?")]
    [InlineData("Jak mogę odzyskać wiersz, czy to się nie da")]
    [InlineData("Как мне восстановить удалённую строку")]
    public void A_third_language_is_recognised(string text) => Assert.Equal(Recognised.Other, Recognition.Of(text));

    [Theory]
    [InlineData("ja, det är en tavla som man kan se")]
    [InlineData("en konsult ska bara se en tavla")]
    [InlineData("No, en is not what I have on the board")]
    public void Small_words_that_other_languages_share_do_not_mislead(string text) => Assert.NotEqual(Recognised.Other, Recognition.Of(text));

    /// <summary>Nobody who writes Swedish or English may be told that only those are understood.</summary>
    [Fact]
    public void No_question_of_the_articles_is_taken_for_a_third_language_or_the_wrong_one() => Assert.All(ManyArticles.BuiltIn, article =>
    {
        var wrong = article.Tongue == Language.Tongue.Swedish ? Recognised.English : Recognised.Swedish;
        Assert.DoesNotContain(article.Questions, question => Recognition.Of(question) is var found && (found == Recognised.Other || found == wrong));
    });

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => Enum.IsDefined(Recognition.Of(text)));
}
