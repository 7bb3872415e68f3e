using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>The speaker of a quote in a title, from the title's own words.</summary>
internal sealed class TitleFinder(Reading reading, MentionIndex mentions, SubjectFinder subjects)
{
    /// <summary>"« … » : la maire s'explique" and "La maire critiquée après ses propos sur « … »" in a title.</summary>
    public Finding? Find(Sentence sentence, Placed quote) =>
        Remark(sentence, quote) ?? (quote.First == sentence.FirstToken && quote.End < sentence.EndToken && reading.IsSign(quote.End, ':') && subjects.Theme(quote.End, sentence.EndToken) is { Entity.IsPerson: true } theme
            ? new Finding(theme.Entity, AttributionBasis.Inferred, Tie.Context, "title-colon", new Run(quote.End, theme.End), 0.6)
            : null);

    /// <summary>"ses propos sur les « … »": of the person named before.</summary>
    private Finding? Remark(Sentence sentence, Placed quote)
    {
        var on = quote.First - 1;
        while (on > sentence.FirstToken && reading.Is(on, WordClass.Determiner))
            on--;
        if (on - 2 < sentence.FirstToken || !reading.IsWord(on, "sur") || reading[on - 2].Lower is not ("ses" or "sa" or "son"))
            return null;
        for (var index = mentions.From(on) - 1; index >= 0 && mentions[index].First >= sentence.FirstToken; index--)
        {
            if (mentions[index] is { IsFree: true, Entity: { IsPerson: true } person } mention)
                return new Finding(person, AttributionBasis.Inferred, Tie.Context, "remark-in-title", new Run(mention.First, on), 0.7);
        }

        return null;
    }
}
