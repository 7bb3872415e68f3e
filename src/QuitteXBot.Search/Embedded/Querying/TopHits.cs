namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Keeps the best of many: highest score first, then the document that was indexed first, so that pages never overlap.</summary>
internal sealed class TopHits(int capacity)
{
    // Score and document in one number, so that one comparison ranks: the bits of a float that is not negative rise with it.
    private readonly ulong[] heap = new ulong[capacity];
    private int count;

    public int Capacity => heap.Length;

    /// <summary>A document whose score is not above this can no longer get in, if it comes behind those that are in.</summary>
    public float Threshold => count < heap.Length ? -1 : Score(heap[0]);

    public void Add(int document, float score)
    {
        var key = ((ulong)BitConverter.SingleToUInt32Bits(score) << 32) | ~(uint)document;
        if (count < heap.Length)
        {
            var at = count++;
            for (; at > 0 && heap[(at - 1) / 2] > key; at = (at - 1) / 2)
                heap[at] = heap[(at - 1) / 2];
            heap[at] = key;
        }
        else if (count > 0 && key > heap[0])
        {
            var at = 0;
            for (var child = 1; child < count; child = (at * 2) + 1)
            {
                if (child + 1 < count && heap[child + 1] < heap[child])
                    child++;
                if (heap[child] >= key)
                    break;
                heap[at] = heap[child];
                at = child;
            }

            heap[at] = key;
        }
    }

    /// <summary>Sorts what was kept: then the document of rank 0 is the best.</summary>
    /// <returns>How many there are.</returns>
    public int Rank()
    {
        Array.Sort(heap, 0, count);
        return count;
    }

    public int Document(int rank) => (int)~(uint)heap[count - 1 - rank];

    public float Score(int rank) => Score(heap[count - 1 - rank]);

    private static float Score(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));
}
