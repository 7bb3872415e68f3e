namespace QuitteXBot.Discord.Interactions;

/// <summary>The ids seen of late: what the gateway delivers twice (after a resume, say) is answered once.</summary>
internal sealed class RecentIds(int capacity = 20_000)
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> known = [];
    private readonly Queue<ulong> order = new();

    /// <summary>True the first time; false again within the last <c>capacity</c> ids.</summary>
    public bool TryAdd(ulong id)
    {
        lock (gate)
        {
            if (!known.Add(id))
                return false;
            order.Enqueue(id);
            if (order.Count > capacity)
                known.Remove(order.Dequeue());
            return true;
        }
    }
}
