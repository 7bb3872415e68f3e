using System.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>Codes are filed among the names under keys that no name has: <c>#d54</c>, <c>#r44</c>, <c>#c54395</c>, <c>#e243300316</c>, <c>#oq142</c>.</summary>
internal static class CodeKey
{
    public static byte[]? Of(Organisation organisation) =>
        organisation.Code is { Length: > 0 and <= 20 } code ? Of(organisation.Kind, Encoding.UTF8.GetBytes(NameFolding.Fold(code))) : null;

    public static byte[] Of(OrganisationKind kind, ReadOnlySpan<byte> code)
    {
        var letter = kind switch
        {
            OrganisationKind.Departement => 'd',
            OrganisationKind.Region => 'r',
            OrganisationKind.Commune => 'c',
            OrganisationKind.Epci => 'e',
            _ => 'o',
        };
        return [(byte)'#', (byte)letter, .. code];
    }

    public static bool Is(ReadOnlySpan<byte> key) => key.Length > 0 && key[0] == '#';
}
