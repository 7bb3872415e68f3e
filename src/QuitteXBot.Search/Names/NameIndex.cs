using System.Text;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;
using QuitteXBot.Search.Names.Mentions;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names;

/// <summary>
/// The names of all organisations, from the file that <see cref="NameIndexWriter"/> wrote. Thread-safe. Opening reads the file into memory and
/// decodes nothing; an organisation is made when it is answered.
/// </summary>
public sealed class NameIndex : IOrganisationResolver, IDisposable
{
    private const int MostCompletions = 1_000;

    private readonly NameFile _file;
    private readonly NameResolver _resolver;
    private readonly NameCompleter _completer;
    private readonly MentionFinder _mentions;

    private NameIndex(NameFile file)
    {
        _file = file;
        var chooser = new SenseChooser(file);
        var exact = new ExactNames(file, chooser);
        var fuzzy = new FuzzyNames(file, exact, chooser);
        _completer = new NameCompleter(file);
        _resolver = new NameResolver(file, exact, fuzzy, _completer);
        _mentions = new MentionFinder(file, exact, fuzzy, _resolver);
    }

    public int OrganisationCount => _file.OrganisationCount;

    /// <summary>Opens the file. It is not held: it may be replaced or deleted at once.</summary>
    /// <exception cref="InvalidDataException">It is no such file, of another format, or cut short. <see cref="Verify"/> finds damage inside.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NameIndex Open(string path)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length > int.MaxValue)
            throw new InvalidDataException("This is no file of organisation names.");
        var content = GC.AllocateUninitializedArray<byte>((int)length);
        for (var read = 0; read < content.Length;)
        {
            var count = RandomAccess.Read(handle, content.AsSpan(read), read);
            if (count == 0)
                throw new InvalidDataException("The file of organisation names is cut short: run reindex.");
            read += count;
        }

        return new NameIndex(NameFile.Read(content));
    }

    /// <summary>The same without a file.</summary>
    public static NameIndex FromOrganisations(IEnumerable<(Organisation Organisation, bool HasRecords)> organisations) =>
        new(NameFile.Read(NameFileBuilder.Build(organisations)));

    /// <summary>Whether the content is as it was written.</summary>
    public bool Verify() => _file.IsIntact();

    public Resolution Resolve(string name) => _resolver.Resolve(name, KindSet.None, slips: true);

    public Resolution ResolveExactly(string name) => _resolver.Resolve(name, KindSet.None, slips: false);

    /// <summary>As <see cref="ResolveExactly(string)"/>, where the kind is known: "L'Union", a media, is not the commune.</summary>
    public Resolution ResolveExactly(string name, OrganisationKind kind) => _resolver.Resolve(name, KindSet.Of(kind), slips: false);

    public IReadOnlyList<NameMention> FindMentions(string text) => _mentions.Find(text, slips: true);

    public IReadOnlyList<NameMention> FindMentionsExactly(string text) => _mentions.Find(text, slips: false);

    public IReadOnlyList<Organisation> Complete(string prefix, int limit)
    {
        limit = Math.Min(limit, MostCompletions);
        if (limit <= 0 || prefix.Length > NameResolver.LongestName)
            return [];
        var typed = FoldedText.Of(prefix).All;
        var found = _completer.Complete(typed, KindSet.None, limit);
        if (found.Count > 0 || typed.IsEmpty)
            return found.Read(_file, limit);

        // Nothing begins so: perhaps it is a slip.
        var meant = Resolve(prefix);
        return meant.Organisation is { } organisation ? [organisation] : meant.Candidates.Length <= limit ? meant.Candidates : meant.Candidates[..limit];
    }

    public Organisation? Find(string id) => _file.Find(Encoding.UTF8.GetBytes(id)) is >= 0 and var index ? _file.Organisation(index) : null;

    /// <summary>Nothing is held but memory; there so that holders need not know.</summary>
    public void Dispose()
    {
    }
}
