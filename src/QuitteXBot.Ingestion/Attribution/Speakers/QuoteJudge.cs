using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>Tells words that are reported from titles, names, nicknames and words held with tongs.</summary>
internal sealed class QuoteJudge(Reading reading)
{
    /// <summary>From this many words on a stretch between marks reports words, unless it is a title.</summary>
    private const int LongFragment = 5;

    private const int LongestTitle = 14;

    private static readonly string[] Naming = ["appeler", "surnommer", "nommer", "baptiser"];

    /// <summary>Verbs whose object is a work.</summary>
    private static readonly string[] Publishing = ["publier", "présenter", "lire", "offrir", "terminer", "achever", "commencer", "traduire"];

    private static readonly string[] WordsOnWords = ["mot", "mots", "terme", "termes", "expression", "hashtag", "label", "vocable", "concept", "mention", "slogan", "lettre", "lettres"];

    public bool IsQuote(QuoteSpan span, Placed placed, Sentence sentence, Finding finding, ParagraphKind kind, bool siblingRejected)
    {
        var shape = QuoteShape.Of(reading, span, placed);
        if (shape.Words == 0 || shape.IsTag)
            return false;
        if (finding.Tie is Tie.Incise && !IsNamed(placed, sentence, shape, finding))
            return true;
        if (IsRemark(placed, sentence))
            return true;
        if (IsNamed(placed, sentence, shape, finding) || IsDenied(placed, sentence, shape) || IsExample(placed, sentence, shape))
            return false;
        if (IsTitleInside(placed, sentence, shape))
            return false;
        if (IsCommonName(placed, sentence, finding) || IsWork(placed, shape, finding))
            return false;
        if (siblingRejected && shape.Words < LongFragment && IsJoined(placed, sentence))
            return false;
        if (shape.IsSentence)
            return true;
        var close = finding.Tie is Tie.Verb or Tie.Colon or Tie.Opinion or Tie.Signature or Tie.LaterIncise && finding.Verb != -2;
        if (shape.IsProperName && !(close && Directly(placed, sentence, finding)))
            return false;
        if (shape.Words >= LongFragment)
            return shape.Words > LongFragment + 1 || finding.Tie != Tie.None || shape.HasVerb || kind == ParagraphKind.Heading;
        if (close && !finding.Loose)
            return shape.Words > 1 || IsPredicate(placed, sentence, finding);
        if (close && finding.Loose)
            return shape.Words > 3 || (shape.Words > 1 && finding.Tie == Tie.Colon) || (shape.Words > 1 && reading.IsSign(placed.First - 1, ':'));
        return finding.Tie == Tie.Context && shape.Words >= 3 && finding.Rule is "paragraph-before" or "same-sentence";
    }

    /// <summary>"ses propos sur les « … »", "la petite phrase sur « … »": words that somebody is known to have said.</summary>
    private bool IsRemark(Placed placed, Sentence sentence)
    {
        var at = placed.First - 1;
        if (at > sentence.FirstToken && reading.Is(at, WordClass.Determiner))
            at--;
        return at > sentence.FirstToken && reading.IsWord(at, "sur") && reading[at - 1].Lower is "propos" or "phrase" or "sortie" or "saillie" or "déclaration" or "déclarations";
    }

    /// <summary>A thing that bears a name stands before it: "le film « … »", "l'opération dite « … »", "surnommé « … »".</summary>
    private bool IsNamed(Placed placed, Sentence sentence, QuoteShape shape, Finding finding)
    {
        var at = placed.First - 1;
        if (at < sentence.FirstToken || shape.Words > LongestTitle || shape.EndsSentence)
            return false;
        var direct = at;
        if (reading.Is(at, WordClass.Determiner))
            direct--;
        if (direct < sentence.FirstToken || reading.Document.IsQuoted(direct))
            return false;
        if (reading.Is(direct, WordClass.NamingParticiple))
            return !IsActive(direct, sentence) && finding.Verb != direct;
        if (direct != at || finding.Verb == at)
            return false;
        if (Array.IndexOf(WordsOnWords, reading[at].Lower) >= 0)
            return shape.Words < LongFragment;
        var noun = at;
        if (reading.Is(noun, WordClass.Adjective) && !reading.Is(noun, WordClass.Named))
            noun--;
        return noun >= sentence.FirstToken && reading.Is(noun, WordClass.Named) && shape.StartsUpper && (finding.Tie != Tie.Incise || shape.IsProperName || finding.Rule == "subject-and-verb-after");
    }

    /// <summary>"l'avait surnommé « … »" reports what somebody said; "est surnommé « … »" and "un homme surnommé « … »" do not. "dit" after its subject is a verb.</summary>
    private bool IsActive(int participle, Sentence sentence)
    {
        for (var at = participle - 1; at >= sentence.FirstToken && at >= participle - 5; at--)
        {
            var word = reading[at].Lower;
            if (word is "a" or "ont" or "avait" or "avaient" or "aura" or "ayant" or "il" or "elle" or "on" or "qui" || reading[at].Kind == TokenKind.Clitic)
                return true;
            if (word is "est" or "sont" or "était" or "étaient" or "été" or "fut")
                return word is "est" or "était" or "sont" && at > sentence.FirstToken && reading[at - 1].Lower is "s'" or "se";
        }

        return reading[participle].Lower is "dit" && participle > sentence.FirstToken && (reading[participle - 1].IsCapitalised || reading.Is(participle - 1, WordClass.Function | WordClass.OrganisationNoun));
    }

    /// <summary>A capital behind a preposition or an article, in the middle of a sentence: reported fragments begin in lower case, titles do not.</summary>
    private bool IsTitleInside(Placed placed, Sentence sentence, QuoteShape shape) =>
        shape is { StartsUpper: true, EndsSentence: false, HasVerb: false, Words: <= LongFragment + 1 } && placed.First > sentence.FirstToken
        && reading.Is(placed.First - 1, WordClass.Preposition | WordClass.Contracted | WordClass.Determiner);

    /// <summary>"que tous appellent « … »": a name that goes round, nobody's words.</summary>
    private bool IsCommonName(Placed placed, Sentence sentence, Finding finding)
    {
        if (finding.Verb < sentence.FirstToken || finding.Verb >= placed.First || reading.Info(finding.Verb).Verb is not { } verb || Array.IndexOf(Naming, verb.Infinitive) < 0)
            return false;
        for (var at = finding.Verb - 1; at >= sentence.FirstToken && at >= finding.Verb - 4; at--)
        {
            if (reading[at].Lower is "que" or "qu'" or "on" or "tous" or "tout" or "certains" or "beaucoup")
                return true;
        }

        return false;
    }

    /// <summary>"publie « … »": a book, not words.</summary>
    private bool IsWork(Placed placed, QuoteShape shape, Finding finding) =>
        shape.StartsUpper && !shape.EndsSentence && shape.Words <= LongestTitle && finding.Verb >= 0 && finding.Verb < placed.First && !reading.IsSign(placed.First - 1, ':')
        && reading.Info(finding.Verb).Verb is { } verb && Array.IndexOf(Publishing, verb.Infinitive) >= 0 && placed.First - finding.Verb <= 3;

    /// <summary>"… et non de « … »": words that nobody said.</summary>
    private bool IsDenied(Placed placed, Sentence sentence, QuoteShape shape)
    {
        if (shape.Words >= LongFragment)
            return false;
        for (var at = placed.First - 1; at >= sentence.FirstToken && at >= placed.First - 4; at--)
        {
            if (reading[at].Lower == "non")
                return at > sentence.FirstToken && (reading[at - 1].Lower is "et" || reading.IsSign(at - 1, ','));
            if (!reading.Is(at, WordClass.Preposition | WordClass.Determiner | WordClass.Contracted) && reading[at].Lower != "pas")
                return false;
        }

        return false;
    }

    /// <summary>"des pages telles que « … »".</summary>
    private bool IsExample(Placed placed, Sentence sentence, QuoteShape shape) =>
        shape.Words < LongFragment && placed.First - 2 >= sentence.FirstToken && reading[placed.First - 1].Lower is "que" or "qu'"
        && reading[placed.First - 2].Lower is "tel" or "telle" or "tels" or "telles";

    private bool IsJoined(Placed placed, Sentence sentence) =>
        placed.First - 2 >= sentence.FirstToken && reading.Document.IsQuoted(placed.First - 2) && (reading[placed.First - 1].Lower is "et" or "ou" or "," or "ni");

    private bool Directly(Placed placed, Sentence sentence, Finding finding)
    {
        if (finding.Verb < sentence.FirstToken || finding.Verb > placed.First)
            return finding.Tie is Tie.Colon or Tie.Opinion && placed.First > sentence.FirstToken && reading.IsSign(placed.First - 1, ':');
        for (var at = finding.Verb + 1; at < placed.First; at++)
        {
            if (!reading.IsSign(at, ':') && !reading.Is(at, WordClass.Preposition | WordClass.Contracted | WordClass.Determiner))
                return false;
        }

        return true;
    }

    /// <summary>A single word reports when it is said of something ("juge X « toxique »") or is what the verb governs; behind an article it is held with tongs.</summary>
    private bool IsPredicate(Placed placed, Sentence sentence, Finding finding)
    {
        var at = placed.First - 1;
        if (at < sentence.FirstToken || Directly(placed, sentence, finding))
            return true;
        return !reading[at].Lower.EndsWith('\'') && !(reading.Is(at, WordClass.Determiner | WordClass.Contracted) && reading[at].Lower is not ("un" or "une")) || reading[at].Lower is "d'" or "qu'";
    }
}
