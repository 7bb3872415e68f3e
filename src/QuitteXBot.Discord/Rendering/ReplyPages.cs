using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Discord.Rendering;

/// <summary>A reply's blocks as pages of Markdown, each within the limit, in order. There is always at least one page, which may be empty.</summary>
internal static class ReplyPages
{
    public static ImmutableArray<string> Of(Reply reply, int most)
    {
        var writer = new BlockWriter(UiTexts.In(reply.Language), most);
        var pages = ImmutableArray.CreateBuilder<string>();
        var page = new StringBuilder();
        foreach (var piece in reply.Blocks.SelectMany(writer.Write))
        {
            if (page.Length > 0 && page.Length + 2 + piece.Length > most)
            {
                pages.Add(page.ToString());
                page.Clear();
            }

            if (page.Length > 0)
                page.Append("\n\n");
            page.Append(piece);
        }

        if (page.Length > 0 || pages.Count == 0)
            pages.Add(page.ToString());
        return pages.ToImmutable();
    }
}
