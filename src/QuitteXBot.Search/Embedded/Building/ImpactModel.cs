namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// How much a document is about a word, apart from how rare the word is: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple
/// Weighted Fields", CIKM 2004) with the usual saturation of 1.2, worked out once while building and kept as one byte.
/// </summary>
internal sealed class ImpactModel(double averageTextLength)
{
    /// <summary>What a word can score at most.</summary>
    public const int Highest = 255;

    private const double Saturation = 1.2;
    private const double LengthWeight = 0.5;

    // A title is shared by all statements of its source, and an outlet by all of its articles: both tell little. A name tells who speaks.
    private const double TitleWeight = 0.35;
    private const double NameWeight = 2.0;
    private const double OutletWeight = 0.25;

    public byte OfText(List<int> positions, int textLength)
    {
        var title = 0;
        foreach (var position in positions)
        {
            if (position < Field.Text)
                title++;
        }

        var text = positions.Count - title;
        return Saturated((title * TitleWeight) + (text / (1 - LengthWeight + (LengthWeight * textLength / averageTextLength))));
    }

    public static byte OfName(List<int> positions)
    {
        double weight = 0;
        foreach (var position in positions)
            weight += position < Field.Outlet ? NameWeight : OutletWeight;
        return Saturated(weight);
    }

    private static byte Saturated(double frequency) =>
        (byte)Math.Clamp(Math.Round(Highest * frequency / (Saturation + frequency)), 1, Highest);
}
