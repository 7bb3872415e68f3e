using System.Globalization;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Building;
using Field = Lucene.Net.Documents.Field;
using LuceneDirectory = Lucene.Net.Store.Directory;
using Places = QuitteXBot.Search.Embedded.Building.Field;

namespace QuitteXBot.Search.Lucene.Building;

/// <summary>
/// Gives documents to Lucene, one segment in the end, in the order in which they come: that order ranks what scores the same.
/// The words come from our own reader of documents and not from Lucene's analysers, so that both engines know the same words at the same places;
/// its stemmer is the one that Lucene's French analysis has.
/// </summary>
internal sealed class LuceneIndexBuilder : IWordSink, IDisposable
{
    /// <summary>Megabytes that Lucene gathers before it writes a part to disk.</summary>
    private const double Memory = 48;

    private readonly Vocabulary vocabulary;
    private readonly WordTable words;
    private readonly DocumentReader reader;
    private readonly IndexWriter writer;
    private readonly PlacedTerms text;
    private readonly PlacedTerms title;
    private readonly PlacedTerms name;
    private readonly PlacedTerms outlet;
    private readonly BinaryDocValuesField id = new(IndexFields.Id, new BytesRef());
    private readonly NumericDocValuesField kind = new(IndexFields.Kind, 0);
    private readonly NumericDocValuesField length = new(IndexFields.Length, 0);
    private readonly Document document;
    private long totalLength;
    private bool isFinished;

    /// <param name="directory">Empty, and written to by nobody else; it stays the caller's.</param>
    public LuceneIndexBuilder(LuceneDirectory directory, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        words = new WordTable(vocabulary);
        reader = new DocumentReader(words);
        text = new PlacedTerms(words);
        title = new PlacedTerms(words);
        name = new PlacedTerms(words);
        outlet = new PlacedTerms(words);
        document = [id, kind, length, Indexed(IndexFields.Text, text, withPlaces: true), Indexed(IndexFields.Title, title, withPlaces: false),
            Indexed(IndexFields.Name, name, withPlaces: true), Indexed(IndexFields.Outlet, outlet, withPlaces: false)];

        writer = new IndexWriter(directory, new IndexWriterConfig(IndexFields.Version, analyzer: null)
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = Memory,
            UseCompoundFile = false,
            MergePolicy = new LogDocMergePolicy { NoCFSRatio = 0 },
            MergeScheduler = new SerialMergeScheduler(),
        });
    }

    public void Add(IndexDocument added)
    {
        text.Clear();
        title.Clear();
        name.Clear();
        outlet.Clear();
        var ofText = reader.Read(added, this);
        totalLength += ofText;
        id.SetBytesValue(Encoding.UTF8.GetBytes(added.Id));
        kind.SetInt64Value((long)added.Kind);
        length.SetInt64Value(ofText);
        writer.AddDocument(document);
    }

    /// <summary>Writes what is left, in one segment, and flushes it to disk.</summary>
    public void Finish()
    {
        text.Clear();
        for (var word = 0; word < words.Count; word++)
        {
            if (words[word] is { IsKnown: true, IsFunction: false })
                text.Add(word, 0);
        }

        writer.AddDocument([Indexed(IndexFields.Word, text, withPlaces: false)]);
        writer.ForceMerge(1);
        writer.SetCommitData(new Dictionary<string, string>
        {
            [IndexFields.Vocabulary] = Encoding.UTF8.GetString(vocabulary.Write()),
            [IndexFields.TotalLength] = totalLength.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
        isFinished = true;
    }

    public void Dispose()
    {
        if (isFinished)
            writer.Dispose();
        else
            writer.Rollback();
        text.Dispose();
        title.Dispose();
        name.Dispose();
        outlet.Dispose();
    }

    void IWordSink.AddText(int word, int position) => AddText(words[word].Stem, position);

    void IWordSink.AddKey(string key, int position) => AddText(words.KeyNumber(IndexFields.Term(key)), position);

    void IWordSink.AddName(int word, int position)
    {
        name.Add(word, position);
        if (position >= Places.Outlet)
            outlet.Add(word, position);
    }

    private void AddText(int word, int position)
    {
        text.Add(word, position);
        if (position < Places.Text)
            title.Add(word, position);
    }

    private static Field Indexed(string name, PlacedTerms terms, bool withPlaces) => new(name, terms, new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = withPlaces ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_AND_FREQS,
    });
}
