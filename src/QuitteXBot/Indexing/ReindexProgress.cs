namespace QuitteXBot.Indexing;

/// <summary>How far a reindex is.</summary>
/// <param name="Step">What is being done, in a few words.</param>
/// <param name="Part">0 to 1 of that step, where it is known.</param>
internal sealed record ReindexProgress(string Step, double? Part = null);
