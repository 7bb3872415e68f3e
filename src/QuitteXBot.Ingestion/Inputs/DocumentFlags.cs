using System.Collections.Immutable;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>Signs that a document is not what its author wrote.</summary>
public static class DocumentFlags
{
    /// <summary>A copy in which quoted or linked words are missing: "c'est accepter de , considère la présidente".</summary>
    public const string LostQuotes = "lost-quotes";

    /// <summary>French that a machine made of another language.</summary>
    public const string MachineTranslation = "machine-translation";

    /// <summary>One such slip may be the author's own.</summary>
    private const int FewestGaps = 2;

    private const int FewestOddities = 3;

    /// <summary>Words that a noun or a verb must follow: a comma or a full stop right behind one shows a hole.</summary>
    private static readonly HashSet<string> Expecting =
        ["de", "d'", "du", "des", "le", "la", "les", "l'", "un", "une", "à", "au", "aux", "que", "qu'", "par", "sur", "avec", "dans", "et", "ou", "est", "sont", "pour"];

    /// <summary>Word for word from English, as the machines of the years around 2020 do and the French do not.</summary>
    private static readonly string[][] Calques =
    [
        ["dans", "le", "but", "de", "à"], ["a", "été", "dit"], ["fait", "sens"], ["au", "final", "du", "jour"], ["à", "la", "fin", "de", "la", "journée"], ["prendre", "place", "à"],
        ["nous", "sommes", "excités"], ["je", "suis", "excité"], ["le", "plus", "tôt", "possible", "que"], ["basé", "en", "dehors", "de"], ["être", "en", "charge", "pour"],
        ["il", "a", "été", "rapporté", "que"], ["comme", "une", "question", "de", "fait"], ["en", "fonction", "de", "à"], ["à", "propos", "de", "à"], ["demander", "pour"],
        ["en", "termes", "de", "que"], ["quitter", "sur"], ["dans", "un", "déclaration"], ["le", "plateforme"], ["la", "réseau"], ["un", "plateforme"], ["une", "réseau"], ["le", "décision"], ["la", "compte"], ["un", "université"], ["le", "université"],
    ];

    public static ImmutableArray<string> Of(Document document)
    {
        var gaps = 0;
        var oddities = 0;
        for (var at = 0; at + 1 < document.Tokens.Length; at++)
        {
            var token = document.Tokens[at];
            if (token.Kind != TokenKind.Word)
                continue;
            if (IsGap(document, at))
                gaps++;
            if (Array.Exists(Calques, calque => Stands(document, at, calque)))
                oddities++;
        }

        var flags = ImmutableArray.CreateBuilder<string>();
        if (gaps >= FewestGaps)
            flags.Add(LostQuotes);
        if (oddities >= FewestOddities)
            flags.Add(MachineTranslation);
        return flags.ToImmutable();
    }

    private static bool IsGap(Document document, int at)
    {
        var token = document.Tokens[at];
        var next = document.Tokens[at + 1];
        if (next.Kind != TokenKind.Punctuation || next.End - next.Start > 1 || document.Text[next.Start] is not (',' or '.') || !Expecting.Contains(token.Lower))
            return false;
        // "Le tout est de savoir où." and "d'un côté, de l'autre, …" are whole: the gap leaves the space of what is lost.
        return next.Start > token.End || token.Lower.EndsWith('\'');
    }

    private static bool Stands(Document document, int at, string[] calque)
    {
        if (document.Tokens[at].Lower != calque[0] || at + calque.Length > document.Tokens.Length)
            return false;
        for (var i = 1; i < calque.Length; i++)
        {
            if (document.Tokens[at + i].Lower != calque[i])
                return false;
        }

        return true;
    }
}
