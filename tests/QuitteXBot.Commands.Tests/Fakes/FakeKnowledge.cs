using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Tests.Fakes;

internal sealed class FakeKnowledge(FakeStore store, FakeNames names, FakeIndex index, Catalogue catalogue) : IKnowledge, IKnowledgeSource
{
    public IOrganisationResolver Names => names;

    public ISearchIndex Index => index;

    public Catalogue Catalogue => catalogue;

    public IStore Store => store;

    public int Opened { get; private set; }

    public int Disposed { get; private set; }

    public ValueTask<IKnowledge> OpenAsync(CancellationToken cancellationToken)
    {
        Opened++;
        return ValueTask.FromResult<IKnowledge>(this);
    }

    public void Dispose() => Disposed++;
}
