namespace QuitteXBot.Search.Embedded.Files;

/// <summary>The parts of an index file, in the order of its header. Numbers are little-endian; each part begins at a multiple of 8.</summary>
internal enum Section
{
    /// <summary>Posting blocks: see <see cref="Building.PostingWriter"/>.</summary>
    Postings,

    /// <summary>Words and stems in UTF-8, sorted by byte, one behind the other.</summary>
    WordBytes,

    /// <summary>int: where each word begins, and where the last one ends.</summary>
    WordOffsets,

    /// <summary>int: the word's stem, as a number of a word; its own number where it is one.</summary>
    WordStems,

    /// <summary>int: list of the texts and titles that have this stem, or -1.</summary>
    WordTextLists,

    /// <summary>int: list of the names that have this very word, or -1.</summary>
    WordNameLists,

    /// <summary>uint: which letters the word has (see <see cref="Querying.WordSignature"/>); 0 for what nobody wrote (stems, filters, concepts).</summary>
    WordSignatures,

    /// <summary>int: how many documents each list has.</summary>
    ListFrequencies,

    /// <summary>int: the list's first block, and behind the last list the number of blocks.</summary>
    ListFirstBlocks,

    /// <summary>int: the last document of each block.</summary>
    BlockLastDocuments,

    /// <summary>uint: where each block begins in <see cref="Postings"/>.</summary>
    BlockOffsets,

    /// <summary>byte: the highest impact in each block.</summary>
    BlockImpacts,

    /// <summary>byte: bytes that a document number takes in the block: 1, 2 or 4.</summary>
    BlockWidths,

    /// <summary>byte: <see cref="Core.Searching.DocumentKind"/> of each document.</summary>
    DocumentKinds,

    /// <summary>Ids in UTF-8, one behind the other.</summary>
    DocumentIdBytes,

    /// <summary>int: where each id begins, and where the last one ends.</summary>
    DocumentIdOffsets,

    /// <summary>See <see cref="Analysis.Vocabulary.Write"/>.</summary>
    Vocabulary,

    Count,
}
