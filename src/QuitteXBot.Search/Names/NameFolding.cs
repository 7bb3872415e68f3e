using System.Text;
using QuitteXBot.Search.Names.Folding;

namespace QuitteXBot.Search.Names;

/// <summary>
/// Brings the spellings of one name together: case, accents, œ and æ, hyphens, apostrophes, punctuation, control and bidirectional marks,
/// and St and Ste for Saint and Sainte.
/// </summary>
public static class NameFolding
{
    /// <summary>
    /// Lower-case words without accents, one space between them; empty where no letter and no digit is left.
    /// Letters of other scripts stay, in lower case. Folding what is folded changes nothing.
    /// </summary>
    public static string Fold(string text) => Encoding.UTF8.GetString(FoldedText.Of(text).Bytes);
}
