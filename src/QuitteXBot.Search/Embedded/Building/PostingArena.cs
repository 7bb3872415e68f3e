using System.Runtime.CompilerServices;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// The postings of an index that is being built: one chain of bytes a list, all in shared blocks, in slices that double as a chain grows
/// (the way Lucene's ByteBlockPool goes). A chain holds numbers of 7 bits a byte: <c>document delta × 2 + 1</c>, then <c>position delta × 2</c> for each place.
/// </summary>
internal sealed class PostingArena
{
    private const int BlockBits = 16;
    private const int BlockSize = 1 << BlockBits;
    private const int PointerSize = 4;
    private const int SmallestSlice = 16;
    private const int LargestSlice = 1024;

    private readonly List<byte[]> blocks = [];
    private int used = BlockSize;
    private Chain[] chains = new Chain[1024];

    /// <summary>How many chains there are.</summary>
    public int Count { get; private set; }

    public int Open()
    {
        if (Count == chains.Length)
            Array.Resize(ref chains, Count * 2);
        var head = Allocate(SmallestSlice);
        chains[Count] = new Chain
        {
            Head = head, Tail = head, SliceEnd = head + SmallestSlice - PointerSize, SliceSize = SmallestSlice, LastDocument = -1, LastPosition = -1,
        };
        return Count++;
    }

    /// <summary>Adds a place. Documents come in rising order; places may come twice and not in order across fields, if each field's are rising.</summary>
    public void Add(int chain, int document, int position)
    {
        ref var state = ref chains[chain];
        if (state.LastDocument != document)
        {
            WriteNumber(ref state, ((uint)(document - state.LastDocument) << 1) | 1);
            state.LastDocument = document;
            state.LastPosition = -1;
            state.Frequency++;
        }

        if (position <= state.LastPosition)
            return;
        WriteNumber(ref state, (uint)(position - state.LastPosition) << 1);
        state.LastPosition = position;
    }

    public int Frequency(int chain) => chains[chain].Frequency;

    public Reader Read(int chain) => new(this, chain);

    private void WriteNumber(ref Chain chain, uint number)
    {
        while (number >= 0x80)
        {
            WriteByte(ref chain, (byte)(number | 0x80));
            number >>= 7;
        }

        WriteByte(ref chain, (byte)number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteByte(ref Chain chain, byte value)
    {
        if (chain.Tail == chain.SliceEnd)
            Grow(ref chain);
        blocks[chain.Tail >> BlockBits][chain.Tail & (BlockSize - 1)] = value;
        chain.Tail++;
    }

    private void Grow(ref Chain chain)
    {
        var size = NextSize(chain.SliceSize);
        var slice = Allocate(size);
        BitConverter.TryWriteBytes(blocks[chain.SliceEnd >> BlockBits].AsSpan(chain.SliceEnd & (BlockSize - 1), PointerSize), slice);
        chain.Tail = slice;
        chain.SliceEnd = slice + size - PointerSize;
        chain.SliceSize = size;
    }

    private static int NextSize(int size) => Math.Min(size * 2, LargestSlice);

    private int Allocate(int size)
    {
        if (used + size > BlockSize)
        {
            if (blocks.Count == int.MaxValue >> BlockBits)
                throw new InvalidOperationException("The documents are more than one index can hold.");
            blocks.Add(GC.AllocateUninitializedArray<byte>(BlockSize));
            used = 0;
        }

        var address = ((blocks.Count - 1) << BlockBits) + used;
        used += size;
        return address;
    }

    private struct Chain
    {
        public int Head;
        public int Tail;
        public int SliceEnd;
        public int SliceSize;
        public int LastDocument;
        public int LastPosition;
        public int Frequency;
    }

    /// <summary>Reads a chain from its start.</summary>
    public struct Reader
    {
        private readonly PostingArena arena;
        private readonly int tail;
        private int at;
        private int sliceEnd;
        private int sliceSize;
        private uint pending;
        private bool hasPending;

        internal Reader(PostingArena arena, int chain)
        {
            this.arena = arena;
            ref var state = ref arena.chains[chain];
            tail = state.Tail;
            at = state.Head;
            sliceSize = SmallestSlice;
            sliceEnd = at + SmallestSlice - PointerSize;
            Document = -1;
        }

        public int Document { get; private set; }

        /// <summary>Moves to the next document, and puts its places into <paramref name="positions"/>; false behind the last.</summary>
        public bool Next(List<int> positions)
        {
            positions.Clear();
            if (!hasPending && at == tail)
                return false;
            var first = hasPending ? pending : ReadNumber();
            hasPending = false;
            Document += (int)(first >> 1);
            var position = -1;
            while (at != tail)
            {
                var number = ReadNumber();
                if ((number & 1) != 0)
                {
                    pending = number;
                    hasPending = true;
                    break;
                }

                position += (int)(number >> 1);
                positions.Add(position);
            }

            return true;
        }

        private uint ReadNumber()
        {
            uint number = 0;
            for (var shift = 0; ; shift += 7)
            {
                if (at == sliceEnd)
                {
                    at = BitConverter.ToInt32(arena.blocks[at >> BlockBits].AsSpan(at & (BlockSize - 1), PointerSize));
                    sliceSize = NextSize(sliceSize);
                    sliceEnd = at + sliceSize - PointerSize;
                }

                var value = arena.blocks[at >> BlockBits][at & (BlockSize - 1)];
                at++;
                number |= (uint)(value & 0x7F) << shift;
                if (value < 0x80)
                    return number;
            }
        }
    }
}
