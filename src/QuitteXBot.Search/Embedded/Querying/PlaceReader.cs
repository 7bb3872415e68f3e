using System.Buffers.Binary;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Reads the places of a block's documents (see <see cref="PostingWriter"/> for their form).</summary>
/// <param name="bytes">The lengths, then the places.</param>
internal readonly ref struct PlaceReader(ReadOnlySpan<byte> bytes)
{
    private const int DocumentShift = 32;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>The document that a key is about.</summary>
    public static int Document(long key) => (int)(key >> DocumentShift);

    /// <summary>Makes a key of each place: the document in the upper half, the place plus <paramref name="shift"/> in the lower. Keys rise.</summary>
    /// <param name="documents">All documents of the block.</param>
    /// <param name="keys">Where the keys go, from <paramref name="used"/> on; made longer as needed.</param>
    /// <returns>Where they end.</returns>
    public int Read(ReadOnlySpan<int> documents, int shift, ref long[] keys, int used)
    {
        var source = bytes;
        var at = documents.Length;
        for (var i = 0; i < documents.Length; i++)
        {
            int length = source[i];
            if (length == PostingWriter.LongPlaces)
            {
                length = BinaryPrimitives.ReadInt32LittleEndian(source[at..]);
                at += sizeof(int);
            }

            // A place takes a byte or more.
            if (keys.Length - used < length)
                Array.Resize(ref keys, Math.Max(keys.Length * 2, used + length));
            var key = ((long)documents[i] << DocumentShift) + shift - 1;
            var target = keys;
            var end = at + length;
            while (at < end)
            {
                int distance = source[at++];
                if (distance >= 0x80)
                    distance = ReadLong(source, distance, ref at);
                target[used++] = key += distance;
            }
        }

        return used;
    }

    private static int ReadLong(ReadOnlySpan<byte> source, int first, ref int at)
    {
        var distance = first & 0x7F;
        var value = first;
        for (var bits = 7; value >= 0x80; bits += 7)
        {
            value = source[at++];
            distance |= (value & 0x7F) << bits;
        }

        return distance;
    }
}
