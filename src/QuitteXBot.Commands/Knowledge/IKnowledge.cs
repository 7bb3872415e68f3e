using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Knowledge;

/// <summary>What one question sees: names, index, catalogue and store that belong together. Its members may be opened at their first use.</summary>
public interface IKnowledge : IDisposable
{
    IOrganisationResolver Names { get; }

    /// <summary>Needed by search alone: worth opening late.</summary>
    ISearchIndex Index { get; }

    Catalogue Catalogue { get; }

    IStore Store { get; }

    /// <summary>The day as of which <see cref="Store"/> tells what was known; null for now.</summary>
    DateOnly? AsOf => null;
}
