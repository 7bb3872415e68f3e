using System.Text;
using QuitteXBot.Search.Names.Folding;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>One spelling of one organisation, on its way into the file.</summary>
/// <param name="Form">Empty for a code, which is found by its key alone.</param>
internal sealed record NameEntry(byte[] Key, byte[] Form, int Organisation, FormRole Role)
{
    /// <summary>Null where the name is too long to be filed.</summary>
    public static NameEntry? Of(string form, int organisation, FormRole role)
    {
        Span<byte> key = stackalloc byte[NameKey.MaximumLength];
        var length = NameKey.Write(FoldedText.Of(form).All, key);
        return length == 0 ? null : new NameEntry(key[..length].ToArray(), Encoding.UTF8.GetBytes(form), organisation, role);
    }

    public static int Compare(NameEntry first, NameEntry second)
    {
        var order = first.Key.AsSpan().SequenceCompareTo(second.Key);
        if (order == 0)
            order = first.Organisation.CompareTo(second.Organisation);
        return order != 0 ? order : first.Form.AsSpan().SequenceCompareTo(second.Form);
    }
}
