namespace QuitteXBot.Core.Text;

/// <summary>A part of a text.</summary>
/// <param name="Start">UTF-16 index of its first unit.</param>
/// <param name="End">UTF-16 index behind its last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}
