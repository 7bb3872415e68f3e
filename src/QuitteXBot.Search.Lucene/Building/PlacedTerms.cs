using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Lucene.Building;

/// <summary>The words of one field of one document, as Lucene wants to be told them: in the order of their places, each once at a place.</summary>
internal sealed class PlacedTerms : TokenStream
{
    private const int PlaceShift = 32;

    private readonly WordTable words;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly List<long> terms = [];
    private int next;
    private int place;

    public PlacedTerms(WordTable words)
    {
        this.words = words;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Clear() => terms.Clear();

    public void Add(int word, int position) => terms.Add(((long)position << PlaceShift) | (uint)word);

    public override void Reset()
    {
        base.Reset();
        terms.Sort();
        next = 0;
        place = -1;
    }

    public override bool IncrementToken()
    {
        while (next < terms.Count && next > 0 && terms[next] == terms[next - 1])
            next++;
        if (next == terms.Count)
            return false;
        ClearAttributes();
        var position = (int)(terms[next] >> PlaceShift);
        var text = words.Text((int)terms[next]);
        text.CopyTo(term.ResizeBuffer(text.Length));
        term.Length = text.Length;
        increment.PositionIncrement = position - place;
        place = position;
        next++;
        return true;
    }
}
