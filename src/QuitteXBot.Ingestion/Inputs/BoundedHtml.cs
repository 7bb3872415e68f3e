using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>
/// Parses markup that may be hostile. An HTML parser needs time by the square of the nesting depth and of a tag's attributes, and unclosed
/// formatting elements multiply (https://html.spec.whatwg.org/#reconstruct-the-active-formatting-elements): a file of 1 MB can keep it busy for minutes.
/// </summary>
internal static class BoundedHtml
{
    /// <summary>Pages of the press nest 20 to 40 deep.</summary>
    public const int DeepestNesting = 256;

    /// <summary>A long page has 10,000.</summary>
    public const int MostElements = 100_000;

    /// <summary>The attributes that are read; all others are not kept, so that they cost nothing.</summary>
    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aria-hidden", "class", "content", "datetime", "hidden", "href", "id", "lang", "name", "property", "rel", "role", "style", "type");

    /// <summary>Elements that are opened anew in each block until they are closed. Without attributes, only three of each kind are.</summary>
    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    /// <returns>The page, or the error <c>input-too-complex</c>. (An interface is no value of a result.)</returns>
    public static (IHtmlDocument? Page, Error? Error) Parse(string html)
    {
        var guard = new Guard();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            OnCreated = (element, _) => guard.Admit(element),
            ShouldEmitAttribute = (ref token, name) =>
                Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span) && !Formatting.Contains(token.Name.ToString()),
            SkipComments = true,
        });
        try
        {
            var page = parser.ParseDocument(html);
            guard.Finish();
            return (page, null);
        }
        catch (TooComplexException)
        {
            return (null, new Error(
                "input-too-complex", $"The page has more than {MostElements} elements, or nests them more than {DeepestNesting} deep: paste its text instead."));
        }
    }

    /// <summary>Knows an element's depth when the next one is created: by then it has its place.</summary>
    private sealed class Guard
    {
        private readonly Dictionary<INode, int> _depths = new(ReferenceEqualityComparer.Instance);
        private IElement? _last;
        private int _count;

        public void Admit(IElement element)
        {
            Count();
            Finish();
            _last = element;
        }

        /// <summary>The parser does not tell of the elements that it opens anew: they are those around the last one, and inside it, that nobody knows.</summary>
        public void Finish()
        {
            if (_last?.Parent is not { } parent)
                return;
            for (var inside = _last.LastChild as IElement; inside is not null; inside = inside.LastChild as IElement)
                Count();
            var depth = Depth(parent) + 1;
            if (depth > DeepestNesting)
                throw new TooComplexException();
            _depths[_last] = depth;
        }

        private int Depth(INode node)
        {
            var steps = 0;
            var depth = 0;
            for (var around = node; around is IElement && !_depths.TryGetValue(around, out depth); around = around.Parent)
            {
                Count();
                steps++;
            }

            return _depths[node] = depth + steps;
        }

        private void Count()
        {
            if (++_count > MostElements)
                throw new TooComplexException();
        }
    }

    /// <summary>The one way to stop the parser.</summary>
    private sealed class TooComplexException : Exception;
}
