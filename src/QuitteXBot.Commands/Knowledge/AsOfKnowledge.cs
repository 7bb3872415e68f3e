using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Knowledge;

/// <summary>What was known on a day: the names and the index as they are, the store as it tells of that day. Belongs to the view that it is made of.</summary>
internal sealed class AsOfKnowledge(IKnowledge now, DateOnly day) : IKnowledge
{
    public IOrganisationResolver Names => now.Names;

    public ISearchIndex Index => now.Index;

    public Catalogue Catalogue => now.Catalogue;

    public IStore Store { get; } = new AsOfStore(now.Store, day);

    public DateOnly? AsOf => day;

    public void Dispose()
    {
    }
}
