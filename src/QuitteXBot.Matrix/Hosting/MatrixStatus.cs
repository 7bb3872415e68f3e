using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Hosting;

public enum MatrixCondition
{
    /// <summary>Not connected yet.</summary>
    Starting,
    Running,

    /// <summary>The homeserver is away or answers nothing sensible; the bot tries again.</summary>
    Waiting,

    /// <summary>Nothing will work before the configuration is mended.</summary>
    Stopped,
}

/// <summary>How the Matrix platform is, for health checks.</summary>
public sealed class MatrixStatus
{
    private readonly Lock gate = new();

    private MatrixCondition condition;
    private DateTimeOffset? lastSync;
    private Error? fault;

    public MatrixCondition Condition
    {
        get
        {
            lock (gate)
                return condition;
        }
    }

    /// <summary>When the homeserver was last heard; at most a minute ago while all is well.</summary>
    public DateTimeOffset? LastSync
    {
        get
        {
            lock (gate)
                return lastSync;
        }
    }

    /// <summary>Why it waits or stopped.</summary>
    public Error? Fault
    {
        get
        {
            lock (gate)
                return fault;
        }
    }

    /// <summary>Whether questions are heard.</summary>
    public bool IsHealthy => Condition == MatrixCondition.Running;

    /// <summary>Why it was given up for good: what a person must mend. Where no other platform goes on, the process ends with exit code 1.</summary>
    public Error? Fatal => Condition == MatrixCondition.Stopped ? Fault : null;

    internal void Synced(DateTimeOffset at)
    {
        lock (gate)
            (condition, lastSync, fault) = (MatrixCondition.Running, at, null);
    }

    internal void Waits(Error why)
    {
        lock (gate)
            (condition, fault) = (MatrixCondition.Waiting, why);
    }

    internal void Stops(Error why)
    {
        lock (gate)
            (condition, fault) = (MatrixCondition.Stopped, why);
    }
}
