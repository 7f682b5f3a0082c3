using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>First aid from the article that fits: its summary stands alone, and the article shows how.</summary>
public sealed class StopTheDamage(Answering answering) : IFirstAid
{
    public FirstAid? For(string words, Tongue tongue)
    {
        if (answering.Find(words, tongue) is not { } found || answering.Article(found.Article.Slug, tongue) is not { } article) return null;
        var turnOff = article.Summary.StartsWith(tongue == Tongue.Swedish ? "Slå av" : "Turn off", StringComparison.Ordinal);
        var show = Button.Opens<ReadArticle, ReadArticle.Data>(
            turnOff ? KnowledgeTexts.ShowHowToTurnOff : KnowledgeTexts.ShowHow, new(article.Slug, ArticleFolder.NameOf(tongue)), tongue);
        return new FirstAid(article.Summary, show);
    }
}
