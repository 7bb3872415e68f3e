using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>What becomes of the stored statements of one source when the source has been read again.</summary>
internal sealed class StatementPlan
{
    private readonly HashSet<StoredStatement> _paired = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _lost = [];
    private readonly long _textNumber;
    private readonly string _text;

    private StatementPlan(long textNumber, string text) => (_textNumber, _text) = (textNumber, text);

    /// <summary>Statements that go on, each as it was and as it will be; the two may be equal.</summary>
    public List<(StoredStatement Old, Statement New)> Updates { get; } = [];

    public List<Statement> Inserts { get; } = [];

    public List<StoredStatement> Withdrawals { get; } = [];

    /// <summary>Of the withdrawals, those whose words are gone from the text.</summary>
    public IReadOnlySet<string> Lost => _lost;

    /// <summary>Withdrawn statements whose id is needed for what now stands at that place of the text; the log keeps them.</summary>
    public List<StoredStatement> Displaced { get; } = [];

    /// <param name="incoming">All statements that were found this time, with distinct ids.</param>
    /// <param name="textNumber">The number of the text that they were found in.</param>
    public static StatementPlan Of(IReadOnlyList<StoredStatement> stored, IReadOnlyList<Statement> incoming, long textNumber, string text)
    {
        var plan = new StatementPlan(textNumber, text);
        var edited = plan.KeepEdited(stored);
        plan.Pair(stored, [.. incoming.Where(statement => !edited.Contains(statement.Id))]);
        plan.Displace(stored);
        return plan;
    }

    /// <summary>Moderators' statements follow their words to the new text. Returns the ids that they have then.</summary>
    private HashSet<string> KeepEdited(IReadOnlyList<StoredStatement> stored)
    {
        var ids = new HashSet<string>();
        foreach (var old in stored.Where(old => old.Edited).OrderByDescending(old => old.TextNumber == _textNumber))
        {
            if (old.TextNumber == _textNumber)
            {
                ids.Add(old.Statement.Id);
                Update(old, old.Statement);
            }
            else if (QuoteAnchor.Find(old.Statement.Quote, _text) is { } quote && ids.Add(StatementId.Of(quote.SourceId, quote.Start, quote.End)))
            {
                Update(old, old.Statement with { Id = StatementId.Of(quote.SourceId, quote.Start, quote.End), Quote = quote });
            }
            else if (!old.Withdrawn)
            {
                Withdrawals.Add(old);
                _lost.Add(old.Statement.Id);
            }
        }

        return ids;
    }

    private void Pair(IReadOnlyList<StoredStatement> stored, List<Statement> incoming)
    {
        // Live ones first: a withdrawn one returns only to words that no other claims.
        var old = stored.Where(row => !row.Edited).OrderBy(row => row.Withdrawn).ThenBy(row => row.Statement.Quote.Start).ToList();
        var byId = incoming.ToDictionary(statement => statement.Id);

        // The same words at the same place, then the same words elsewhere, then other words at the same place.
        PairWhere(old, row => byId.GetValueOrDefault(row.Statement.Id) is { } same && SameWords(row, same) ? same : null, byId);
        if (old.Any(row => row.TextNumber != _textNumber))
        {
            var byWords = incoming.ToLookup(statement => statement.Quote.Text);
            PairWhere(old, row => Elsewhere(row, byWords[row.Statement.Quote.Text], byId), byId);
        }

        PairWhere(old, row => byId.GetValueOrDefault(row.Statement.Id), byId);

        Inserts.AddRange(incoming.Where(statement => byId.ContainsKey(statement.Id)));
        foreach (var row in old.Where(row => !_paired.Contains(row) && !row.Withdrawn))
        {
            Withdrawals.Add(row);
            if (row.TextNumber != _textNumber && !_text.Contains(row.Statement.Quote.Text, StringComparison.Ordinal))
                _lost.Add(row.Statement.Id);
        }
    }

    private void PairWhere(List<StoredStatement> old, Func<StoredStatement, Statement?> find, Dictionary<string, Statement> unpaired)
    {
        foreach (var row in old.Where(row => !_paired.Contains(row)))
        {
            if (find(row) is not { } statement)
                continue;
            unpaired.Remove(statement.Id);
            Update(row, statement);
        }
    }

    private Statement? Elsewhere(StoredStatement row, IEnumerable<Statement> sameWords, Dictionary<string, Statement> unpaired)
    {
        if (row.TextNumber == _textNumber)
            return null;
        var free = sameWords.Where(statement => unpaired.ContainsKey(statement.Id)).ToList();
        if (free.Count <= 1)
            return free.FirstOrDefault();
        var anchor = QuoteAnchor.Find(row.Statement.Quote, _text);
        return free.Find(statement => statement.Quote.Start == anchor?.Start) ?? free[0];
    }

    private void Displace(IReadOnlyList<StoredStatement> stored)
    {
        var ids = Updates.Select(update => update.New.Id).Concat(Inserts.Select(statement => statement.Id)).ToHashSet();
        Displaced.AddRange(stored.Where(row => !_paired.Contains(row) && ids.Contains(row.Statement.Id)));
    }

    private void Update(StoredStatement old, Statement statement)
    {
        _paired.Add(old);
        Updates.Add((old, statement));
    }

    private static bool SameWords(StoredStatement row, Statement statement) => row.Statement.Quote.Text == statement.Quote.Text;
}
