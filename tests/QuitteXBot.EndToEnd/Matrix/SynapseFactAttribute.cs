using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>A test against a real Synapse.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SynapseFactAttribute : FactAttribute
{
    public SynapseFactAttribute()
    {
        if (Synapse.Folder is null)
            Skip = "Needs a real Synapse: set QUITTEXBOT_SYNAPSE to a folder for it (root, Debian, and python3-matrix-nio for the other member).";
    }
}
