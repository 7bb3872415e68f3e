using FsCheck;
using FsCheck.Fluent;

namespace QuitteXBot.Discord.Tests.Rendering;

/// <summary>Texts made to break Markdown, mentions, lengths and characters apart.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "~~", "`", "```", "||", ">", "> ", ">>> ", "#", "# ", "-# ", "- ", "+ ", "1. ", "1.", "[", "]", "(", ")", "<", "\\", "\\\\", "@everyone",
        "@here", "<@1300000000000000001>", "<@&1300000000000000001>", "<#1300000000000000001>", "<t:1>", "<:a:1300000000000000001>", ":smile:", "https://x.com/a_b_(c)",
        "[a](https://evil.example)", "\n", "\n\n", "\t", " ", "\u00A0", "\u202F", "\u200B", "\u202E", "\u2066", "\u200D", "é", "e\u0301", "👩‍👧", "🇫🇷", "«", "»", "“", "”", "’", "'",
        "[…]", "…", ".", "! ", "? ", ". ", ", ", "mot", "phrase entière. ", "12", "A", "\r", "\u2028", "\0", "\u001B",
    ];

    public static Arbitrary<string> Texts { get; } =
        Gen.Choose(1, 60).SelectMany(length => Gen.Elements(Pieces).ListOf(length)).Select(pieces => string.Concat(pieces)).ToArbitrary();

    public static Arbitrary<string> LongTexts { get; } =
        Gen.Choose(500, 6_000).SelectMany(length => Gen.Elements(Pieces).ListOf(length)).Select(pieces => string.Concat(pieces)).ToArbitrary();
}
