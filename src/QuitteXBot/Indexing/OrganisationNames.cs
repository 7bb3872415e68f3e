using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Indexing;

/// <summary>An organisation that both the store and the gazetteer know goes by the store's name, which a moderator may have mended, and by all names of both.</summary>
internal static class OrganisationNames
{
    public static Organisation Join(Organisation stored, Organisation listed)
    {
        ImmutableArray<string> known = [stored.Name, .. stored.ShortName is { } bare ? [bare] : Array.Empty<string>()];
        ImmutableArray<string> others = [.. stored.Aliases, listed.Name, .. listed.ShortName is { } name ? [name] : Array.Empty<string>(), .. listed.Aliases];
        return listed with
        {
            Name = stored.Name,
            ShortName = stored.ShortName,
            Aliases = [.. others.Except(known)],
        };
    }
}
