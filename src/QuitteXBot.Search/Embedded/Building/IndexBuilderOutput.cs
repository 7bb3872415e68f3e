using System.Runtime.InteropServices;
using System.Text;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded.Files;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>Writes what an <see cref="IndexBuilder"/> gathered.</summary>
internal static class IndexBuilderOutput
{
    /// <summary>Writes a new file and flushes it to disk.</summary>
    public static void Write(IndexBuilder builder, string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        Write(builder, stream, cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    public static void Write(IndexBuilder builder, Stream stream, CancellationToken cancellationToken)
    {
        var file = new IndexFileWriter(stream);
        var order = Sort(builder.Words, out var bytes, out var offsets);
        WritePostings(builder, file, order, cancellationToken);
        file.WriteSection<byte>(Section.WordBytes, bytes);
        file.WriteSection<int>(Section.WordOffsets, offsets);
        WriteStems(builder.Words, file, order);
        file.WriteSection<byte>(Section.DocumentKinds, CollectionsMarshal.AsSpan(builder.Kinds));
        file.WriteSection<byte>(Section.DocumentIdBytes, CollectionsMarshal.AsSpan(builder.IdBytes));
        file.WriteSection<int>(Section.DocumentIdOffsets, CollectionsMarshal.AsSpan(builder.IdOffsets));
        file.WriteSection<byte>(Section.Vocabulary, builder.Vocabulary.Write());
        file.Header.Documents = builder.Kinds.Count;
        file.Header.Statements = builder.Kinds.Count(kind => kind == (byte)DocumentKind.Statement);
        file.Header.Words = order.Length;
        cancellationToken.ThrowIfCancellationRequested();
        file.Finish();
    }

    /// <summary>The numbers of all words in the order of their UTF-8 bytes.</summary>
    private static int[] Sort(WordTable words, out byte[] sortedBytes, out int[] sortedOffsets)
    {
        var encoded = new byte[words.Count][];
        for (var i = 0; i < encoded.Length; i++)
        {
            encoded[i] = new byte[Encoding.UTF8.GetByteCount(words.Text(i))];
            Encoding.UTF8.GetBytes(words.Text(i), encoded[i]);
        }

        var order = Enumerable.Range(0, encoded.Length).ToArray();
        Array.Sort(encoded, order, Comparer<byte[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right)));
        sortedOffsets = new int[encoded.Length + 1];
        for (var i = 0; i < encoded.Length; i++)
            sortedOffsets[i + 1] = sortedOffsets[i] + encoded[i].Length;
        sortedBytes = new byte[sortedOffsets[^1]];
        for (var i = 0; i < encoded.Length; i++)
            encoded[i].CopyTo(sortedBytes, sortedOffsets[i]);
        return order;
    }

    private static void WritePostings(IndexBuilder builder, IndexFileWriter file, int[] order, CancellationToken cancellationToken)
    {
        var total = builder.TextLengths.Sum(length => (long)length);
        var model = new ImpactModel(Math.Max(1, (double)total / Math.Max(1, builder.TextLengths.Count)));
        var postings = new PostingWriter(file);
        var textLists = new int[order.Length];
        var nameLists = new int[order.Length];
        var positions = new List<int>();
        file.Begin(Section.Postings);
        for (var i = 0; i < order.Length; i++)
        {
            if (i % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var word = builder.Words[order[i]];
            textLists[i] = WriteList(word.TextChain, isText: true);
            nameLists[i] = WriteList(word.NameChain, isText: false);
        }

        file.WriteSection<int>(Section.WordTextLists, textLists);
        file.WriteSection<int>(Section.WordNameLists, nameLists);
        postings.WriteDirectory();

        int WriteList(int chain, bool isText)
        {
            if (chain < 0)
                return -1;
            postings.BeginList();
            var reader = builder.Postings.Read(chain);
            while (reader.Next(positions))
            {
                var impact = isText ? model.OfText(positions, builder.TextLengths[reader.Document]) : ImpactModel.OfName(positions);
                postings.Add(reader.Document, impact, positions);
            }

            return postings.EndList();
        }
    }

    private static void WriteStems(WordTable words, IndexFileWriter file, int[] order)
    {
        var placeOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            placeOf[order[i]] = i;
        var stems = new int[order.Length];
        var signatures = new uint[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ref var word = ref words[order[i]];
            stems[i] = placeOf[word.Stem];
            signatures[i] = word.IsKnown && !word.IsFunction ? WordSignature.Of(words.Text(order[i])) : 0;
        }

        file.WriteSection<int>(Section.WordStems, stems);
        file.WriteSection<uint>(Section.WordSignatures, signatures);
    }
}
