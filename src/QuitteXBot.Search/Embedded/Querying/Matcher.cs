using System.Numerics;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Finds and scores the documents that a plan asks for: from the rarest group on, the candidates only become fewer.</summary>
internal readonly ref struct Matcher(IndexView view, Workspace work)
{
    /// <summary>More than all words can score: a document with more of the words comes first, whatever they weigh.</summary>
    private const float MatchedGroupBonus = 1000;

    /// <summary>A list with fewer than so many documents for each candidate is read as a whole.</summary>
    private const int DenselyProbed = 16;

    /// <summary>A list with fewer than one in so many documents is not worth clearing an array for.</summary>
    private const int SparseList = 64;

    private readonly IndexView view = view;

    /// <param name="filters">Lists that a document must be in.</param>
    /// <param name="kind">The kind that a document must have, or -1.</param>
    public void Run(QueryPlan plan, ReadOnlySpan<int> filters, int kind)
    {
        var needed = plan.Needed;
        Begin(plan.Required[0]);
        foreach (var list in filters)
        {
            Probe(new Clause(list, 0));
            work.KeepHits();
        }

        if (kind >= 0)
            work.KeepKind(view.DocumentKinds, (byte)kind);
        for (var i = 1; i < plan.Required.Count; i++)
        {
            Probe(plan.Required[i]);
            work.CountHits(needed - 1 - (plan.Required.Count - 1 - i));
        }

        foreach (var group in plan.Optional)
        {
            Probe(group);
            Array.Clear(work.Hits, 0, work.Count);
        }

        if (needed == plan.Required.Count)
            return;
        for (var i = 0; i < work.Count; i++)
            work.Scores[i] += work.Matched[i] * MatchedGroupBonus;
    }

    private void Begin(QueryGroup group)
    {
        if (group is { Phrases.Count: 0, Clauses.Count: 1 })
            Copy(group.Clauses[0]);
        else
            Join(group);
        Array.Clear(work.Matched, 0, work.Count);
    }

    private void Copy(Clause clause)
    {
        var blocks = new PostingBlocks(view, clause.List, work.Block);
        var count = 0;
        while (blocks.Next())
        {
            blocks.Documents.CopyTo(new Span<int>(work.Candidates, count, blocks.Count));
            var scores = new Span<float>(work.Scores, count, blocks.Count);
            var impacts = blocks.Impacts;
            for (var i = 0; i < scores.Length; i++)
                scores[i] = impacts[i] * clause.Weight;
            count += blocks.Count;
        }

        work.Count = count;
    }

    /// <summary>The documents of any of the group's lists; their scores add up.</summary>
    private void Join(QueryGroup group)
    {
        var joined = work.Joined;
        var present = work.Present;
        foreach (var clause in group.Clauses)
        {
            var blocks = new PostingBlocks(view, clause.List, work.Block);
            while (blocks.Next())
            {
                var documents = blocks.Documents;
                var impacts = blocks.Impacts;
                for (var i = 0; i < documents.Length; i++)
                {
                    var document = documents[i];
                    joined[document] += impacts[i] * clause.Weight;
                    present[document >> 6] |= 1UL << document;
                }
            }
        }

        foreach (var phrase in group.Phrases)
        {
            var found = work.Phrases;
            found.Find(view, phrase);
            for (var i = 0; i < found.Count; i++)
            {
                var document = found.Documents[i];
                joined[document] += found.Scores[i];
                present[document >> 6] |= 1UL << document;
            }
        }

        var count = 0;
        for (var i = 0; i < present.Length; i++)
        {
            for (var bits = present[i]; bits != 0; bits &= bits - 1)
            {
                var document = (i << 6) + BitOperations.TrailingZeroCount(bits);
                work.Candidates[count] = document;
                work.Scores[count++] = joined[document];
                joined[document] = 0;
            }
        }

        Array.Clear(present);
        work.Count = count;
    }

    private void Probe(QueryGroup group)
    {
        foreach (var clause in group.Clauses)
        {
            var frequency = view.ListFrequencies[clause.List];
            if (frequency / DenselyProbed < work.Count && frequency > work.Impacts.Length / SparseList)
                ProbeDensely(clause);
            else
                Probe(clause);
        }

        foreach (var phrase in group.Phrases)
        {
            work.Phrases.Find(view, phrase);
            Probe(work.Phrases);
        }
    }

    /// <summary>Scores the candidates that are in the list, and notes them in the hits.</summary>
    private void Probe(Clause clause)
    {
        var blocks = new PostingBlocks(view, clause.List, work.Block);
        var candidates = new ReadOnlySpan<int>(work.Candidates, 0, work.Count);
        var at = 0;
        while (at < candidates.Length && blocks.MoveTo(candidates[at]))
        {
            var documents = blocks.Documents;
            var impacts = blocks.Impacts;
            var last = blocks.Last;
            for (var i = 0; at < candidates.Length && candidates[at] <= last; at++)
            {
                var candidate = candidates[at];
                while (documents[i] < candidate)
                    i++;
                if (documents[i] != candidate)
                    continue;
                work.Scores[at] += impacts[i] * clause.Weight;
                work.Hits[at] = true;
            }
        }
    }

    /// <summary>
    /// Does the same by way of an array with a place for every document: quicker where most blocks of the list would be read anyway, because it
    /// never has to ask which of two documents comes first.
    /// </summary>
    private void ProbeDensely(Clause clause)
    {
        var impacts = work.Impacts;
        var blocks = new PostingBlocks(view, clause.List, work.Block);
        while (blocks.Next())
        {
            var documents = blocks.Documents;
            var ofBlock = blocks.Impacts;
            for (var i = 0; i < documents.Length; i++)
                impacts[documents[i]] = ofBlock[i];
        }

        var candidates = new ReadOnlySpan<int>(work.Candidates, 0, work.Count);
        var scores = new Span<float>(work.Scores, 0, work.Count);
        var hits = new Span<bool>(work.Hits, 0, work.Count);
        for (var i = 0; i < candidates.Length; i++)
        {
            var impact = impacts[candidates[i]];
            scores[i] += impact * clause.Weight;
            hits[i] |= impact != 0;
        }

        Array.Clear(impacts);
    }

    private void Probe(PhraseMatcher found)
    {
        var at = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var document = found.Documents[i];
            while (at < work.Count && work.Candidates[at] < document)
                at++;
            if (at == work.Count)
                return;
            if (work.Candidates[at] != document)
                continue;
            work.Scores[at] += found.Scores[i];
            work.Hits[at] = true;
        }
    }
}
