using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Moderation;

/// <summary>An organisation that a moderator is the first to name.</summary>
internal static class NewOrganisation
{
    private const int LongestSlug = 60;

    public static Organisation Of(string name, OrganisationKind kind)
    {
        var slug = Slug.Of(name);
        if (slug.Length == 0)
            slug = Core.Sources.TextHash.Of(name)[..12];
        return new Organisation { Id = $"{kind.Name()}-{(slug.Length > LongestSlug ? slug[..LongestSlug].TrimEnd('-') : slug)}", Kind = kind, Name = name };
    }
}
