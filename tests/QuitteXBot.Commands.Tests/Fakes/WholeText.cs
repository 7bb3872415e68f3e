using QuitteXBot.Core.Searching;

namespace QuitteXBot.Commands.Tests.Fakes;

/// <summary>Shows texts uncut up to the limit.</summary>
internal sealed class WholeText : ISnippeter
{
    public string Snippet(string text, string query, int maximumLength) => text.Length <= maximumLength ? text : text[..(maximumLength - 4)] + " […]";
}
