using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Search.Generations;

namespace QuitteXBot.Composition;

/// <summary>What a question sees: one generation, held until it is answered, and the store.</summary>
internal sealed class KnowledgeSource(GenerationStore generations, IStore store) : IKnowledgeSource
{
    public IKnowledge Open() =>
        new Knowledge(generations.Acquire() ?? throw new InvalidOperationException("no generation was built before the first question"), store);

    private sealed class Knowledge(GenerationLease lease, IStore store) : IKnowledge
    {
        public IOrganisationResolver Names => lease.Part(Reindexer.OpenNames);

        public ISearchIndex Index => lease.Index;

        public Catalogue Catalogue => lease.Catalogue;

        public IStore Store => store;

        public void Dispose() => lease.Dispose();
    }
}
