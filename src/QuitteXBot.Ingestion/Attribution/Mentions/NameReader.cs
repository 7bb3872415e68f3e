using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>Runs of capitalised words.</summary>
internal sealed class NameReader(Reading reading)
{
    private const int LongestName = 6;

    /// <summary>The token behind the name that begins here; the token itself where none does.</summary>
    public int End(int first, int limit)
    {
        if (first >= limit || !IsNameWord(first, limit))
            return first;
        var person = reading.Is(first, WordClass.GivenName);
        var words = 0;
        var at = first;
        while (at < limit && words < LongestName)
        {
            if (at > first && !person && reading.Is(at, WordClass.GivenName) && at + 1 < limit && IsNameWord(at + 1, limit) && !IsInitial(at))
                break;
            if (IsInitial(at) && at + 2 < limit && reading.IsSign(at + 1, '.') && reading[at + 2].IsCapitalised)
                at += 2;
            else if (IsNameWord(at, limit))
                at++;
            else if (Particles(at, limit, person, words) is var next && next > at)
                at = next;
            else
                break;
            words++;
        }

        return !person && at < limit && IsOrdinal(at, limit) ? at + 1 : at;
    }

    /// <summary>Whether the run can be a person's name by its form.</summary>
    public bool IsPerson(int first, int end)
    {
        if (IsInitial(first) && end - first >= 3)
            return true;
        if (reading.Is(first, WordClass.NotPerson | WordClass.OrganisationNoun | WordClass.Determiner) || reading[first].Form.IsAllCapitals)
            return reading.Is(first, WordClass.GivenName) && end - first >= 2;
        if (reading.Is(first, WordClass.GivenName))
            return true;
        if (end - first is < 2 or > 4)
            return false;
        for (var i = first; i < end; i++)
        {
            if (reading[i].Kind != TokenKind.Word || reading.Is(i, WordClass.OrganisationNoun) || (i + 1 < end && reading[i].Form.IsAllCapitals))
                return false;
        }

        return !reading[first].Form.Text.Contains('-', StringComparison.Ordinal) || reading.Is(first, WordClass.GivenName);
    }

    public bool IsInitial(int token) => reading[token].IsCapitalised && reading[token].End - reading[token].Start == 1 && !reading.IsWord(token, "x");

    /// <summary>"France 2", "Europe 1": a number that belongs to the name, not to what is counted behind it.</summary>
    private bool IsOrdinal(int at, int limit) =>
        reading[at].Kind == TokenKind.Number && reading[at].End - reading[at].Start <= 2 && char.IsDigit(reading[at].Form.Text[^1])
        && (at + 1 >= limit || !reading[at + 1].IsWord || reading[at + 1].IsCapitalised || reading.Is(at + 1, WordClass.Auxiliary | WordClass.Preposition | WordClass.Contracted));

    private bool IsNameWord(int token, int limit)
    {
        var word = reading[token];
        if (!word.IsCapitalised)
            return false;
        return !word.Form.Text.EndsWith('\'') && !word.Form.Text.EndsWith('’')
            || (token + 1 < limit && reading[token + 1].IsCapitalised && reading[token + 1].Start == word.End);
    }

    /// <summary>"de Villepin", "von der Leyen" behind a given name; the particles that never join a complement also later.</summary>
    private int Particles(int at, int limit, bool person, int words)
    {
        var next = at;
        while (next < limit && next - at < 2 && reading.Is(next, WordClass.Particle) && !reading[next].IsCapitalised)
            next++;
        if (next == at || next >= limit || !reading[next].IsCapitalised || reading.Is(next, WordClass.OrganisationNoun))
            return at;
        var french = reading.Is(at, WordClass.Preposition | WordClass.Contracted | WordClass.Determiner);
        var prefix = words == 1 || (words == 2 && reading.Is(at - 1, WordClass.GivenName));
        return person && prefix || !french && words > 0 ? next + 1 : at;
    }
}
