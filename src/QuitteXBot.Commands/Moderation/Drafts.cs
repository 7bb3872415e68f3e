using System.Security.Cryptography;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Previews that wait for their author's confirmation: in memory only, for a while only. Thread-safe.</summary>
internal sealed class Drafts(TimeSpan lifetime, TimeProvider clock)
{
    private const int Most = 2_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Owner, DateTimeOffset Until, Draft Draft)> _drafts = [];

    /// <summary>Keeps the draft and returns its id: <c>p</c> and eight hexadecimal digits.</summary>
    public string Add(string owner, Draft draft)
    {
        var now = clock.GetUtcNow();
        var id = "p" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        lock (_gate)
        {
            foreach (var old in _drafts.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key).ToList())
                _drafts.Remove(old);
            if (_drafts.Count >= Most)
                _drafts.Remove(_drafts.MinBy(entry => entry.Value.Until).Key);
            _drafts[id] = (owner, now + lifetime, draft);
        }

        return id;
    }

    /// <summary>The owner's draft of that id, or their latest where <paramref name="id"/> is null; null where there is none any more.</summary>
    public (string Id, Draft Draft)? Find(string owner, string? id)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (id is not null)
                return _drafts.TryGetValue(id, out var found) && found.Owner == owner && found.Until > now ? (id, found.Draft) : null;
            var own = _drafts.Where(entry => entry.Value.Owner == owner && entry.Value.Until > now).ToList();
            if (own.Count == 0)
                return null;
            var latest = own.MaxBy(entry => entry.Value.Until);
            return (latest.Key, latest.Value.Draft);
        }
    }

    /// <summary>Replaces what a draft holds; its time begins anew.</summary>
    public void Replace(string id, string owner, Draft draft)
    {
        lock (_gate)
            _drafts[id] = (owner, clock.GetUtcNow() + lifetime, draft);
    }

    /// <returns>Whether this call took it away: of two that confirm at once, one gets it.</returns>
    public bool Remove(string id)
    {
        lock (_gate)
            return _drafts.Remove(id);
    }
}
