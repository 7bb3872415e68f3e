using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>The mentions of a document in order, searched from any place.</summary>
internal sealed class MentionIndex(List<Mention> mentions)
{
    private const int Memory = 30;

    public Mention this[int index] => mentions[index];

    public int Count => mentions.Count;

    /// <summary>The first mention that begins at the token or behind it.</summary>
    public int From(int token)
    {
        var low = 0;
        var high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The mention that begins exactly here, or null.</summary>
    public Mention? At(int token) => From(token) is var index && index < mentions.Count && mentions[index].First == token ? mentions[index] : null;

    /// <summary>The mention that ends exactly here, or null.</summary>
    public Mention? EndingAt(int token) => From(token) - 1 is var index and >= 0 && mentions[index].End == token ? mentions[index] : null;

    /// <summary>Whom a pronoun before the token means: the last one named or described whose gender and number fit; persons before organisations.</summary>
    public Entity? Antecedent(int token, Gender gender, bool plural, Entity? speaker, int speakerToken)
    {
        Entity? organisation = null;
        Entity? governed = null;
        for (int i = From(token) - 1, seen = 0; i >= 0 && seen < Memory; i--, seen++)
        {
            var mention = mentions[i];
            if (speaker is not null && speakerToken > mention.First && Fits(speaker, gender, plural) && (speaker.IsPerson || speaker.Gender == gender))
                return speaker;
            if (mention.Entity is not { } entity || entity.Plural != plural || !GenderOf(mention, entity).Agrees(gender))
                continue;
            if (entity.IsPerson && (mention.IsFree || mention.Phrase.Preposition is "par" or "selon" or "pour"))
                return entity;
            if (mention.IsFree && organisation is null && GenderOf(mention, entity) == gender)
                organisation = entity;
            if (entity.IsPerson && entity.Name is not null)
                governed ??= entity;
            if (organisation is not null && seen > 3)
                break;
        }

        return organisation ?? governed ?? (speaker is not null && Fits(speaker, gender, plural) ? speaker : null);
    }

    /// <summary>A pronoun agrees with the noun last used: "l'établissement… il" of a university.</summary>
    private static Gender GenderOf(Mention mention, Entity entity) => entity.IsPerson || mention.Phrase.Gender == Gender.Unknown ? entity.Gender : mention.Phrase.Gender;

    private static bool Fits(Entity entity, Gender gender, bool plural) => entity.Gender.Agrees(gender) && entity.Plural == plural;
}
