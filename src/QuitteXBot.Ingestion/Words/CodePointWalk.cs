namespace QuitteXBot.Ingestion.Words;

/// <summary>Code points → UTF-16 places of one text, for places that mostly grow: one walk through the text for all of them.</summary>
internal sealed class CodePointWalk(string text)
{
    private int place;
    private int points;

    public int To(int codePoint)
    {
        if (codePoint < points)
            (place, points) = (0, 0);
        while (points < codePoint && place < text.Length)
        {
            place += place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]) ? 2 : 1;
            points++;
        }

        return place;
    }
}
