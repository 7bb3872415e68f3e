using System.Text;

namespace QuitteXBot.Search.Names.Folding;

/// <summary>A folded text (UTF-8, words one space apart) and where each of its words came from.</summary>
internal sealed class FoldedText
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly FoldedToken[] _tokens;
    private readonly int _count;

    internal FoldedText(byte[] bytes, int length, FoldedToken[] tokens, int count) => (_bytes, _length, _tokens, _count) = (bytes, length, tokens, count);

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public int Count => _count;

    public TokenRange All => new(this, 0, _count);

    public static FoldedText Of(string text) => new FoldedTextBuilder(text.Length).Read(text);

    /// <summary>Where a word stood and how it was written.</summary>
    public ref readonly FoldedToken Place(int index) => ref _tokens[index];

    public ReadOnlySpan<byte> Token(int index) => _bytes.AsSpan(_tokens[index].Start, _tokens[index].Length);

    public bool TokenIs(int index, ReadOnlySpan<byte> word) => Token(index).SequenceEqual(word);
}

/// <summary>Consecutive words of a folded text: from <paramref name="Start"/>, before <paramref name="End"/>.</summary>
internal readonly record struct TokenRange(FoldedText Text, int Start, int End)
{
    public int Count => End - Start;

    public bool IsEmpty => End <= Start;

    /// <summary>The words as folded, one space apart.</summary>
    public ReadOnlySpan<byte> Strict => IsEmpty ? default : Text.Bytes[Text.Place(Start).Start..Text.Place(End - 1).End];

    public TokenRange From(int start) => this with { Start = start };

    public TokenRange Before(int end) => this with { End = end };

    public override string ToString() => Encoding.UTF8.GetString(Strict);
}
