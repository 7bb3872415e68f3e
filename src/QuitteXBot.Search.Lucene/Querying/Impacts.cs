using Lucene.Net.Index;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>The impacts of <see cref="ImpactModel"/>: the embedded engine keeps them in its postings, here they are looked up when a document is scored.</summary>
internal sealed class Impacts
{
    private const int Titles = 2;
    private const int Texts = 4;
    private const int Lengths = 256;

    private readonly ImpactModel model;

    // The usual ones, worked out once.
    private readonly byte[] usual = new byte[Titles * Texts * Lengths];

    /// <param name="averageLength">Words of a text.</param>
    public Impacts(double averageLength)
    {
        model = new ImpactModel(averageLength);
        for (var i = 0; i < usual.Length; i++)
            usual[i] = model.OfText(i / (Texts * Lengths), i / Lengths % Texts, i % Lengths);
    }

    /// <param name="title">How often the title has the word.</param>
    /// <param name="text">How often the text has it.</param>
    /// <param name="length">Words of the text.</param>
    public int OfText(int title, int text, long length) =>
        title < Titles && text < Texts && length < Lengths ? usual[(((title * Texts) + text) * Lengths) + (int)length] : model.OfText(title, text, (int)length);

    public static NumericDocValues LengthsOf(AtomicReader reader) =>
        reader.GetNumericDocValues(IndexFields.Length) ?? throw new InvalidDataException("The index has no lengths: run reindex.");
}
