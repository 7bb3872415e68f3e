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

        return OfText(title, positions.Count - title, textLength);
    }

    /// <param name="title">How often the title has the word.</param>
    /// <param name="text">How often the text has it.</param>
    public byte OfText(int title, int text, int textLength) =>
        Saturated((title * TitleWeight) + (text / (1 - LengthWeight + (LengthWeight * textLength / averageTextLength))));

    public static byte OfName(List<int> positions)
    {
        var outlet = 0;
        foreach (var position in positions)
        {
            if (position >= Field.Outlet)
                outlet++;
        }

        return OfName(positions.Count - outlet, outlet);
    }

    /// <param name="name">How often the names of the organisation and the speaker have the word.</param>
    /// <param name="outlet">How often the outlet's name has it.</param>
    public static byte OfName(int name, int outlet) => Saturated((name * NameWeight) + (outlet * OutletWeight));

    private static byte Saturated(double frequency) =>
        (byte)Math.Clamp(Math.Round(Highest * frequency / (Saturation + frequency)), 1, Highest);
}
