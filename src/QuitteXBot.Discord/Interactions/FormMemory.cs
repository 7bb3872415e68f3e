using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>
/// Forms that were opened of late, with what was typed where it could not be understood, so that a wrong date does not cost a whole quote. In memory
/// only, and only so many; without it the button says that it is no longer valid. Thread-safe.
/// </summary>
internal sealed class FormMemory
{
    private const int Most = 500;
    private const int KeyBytes = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Modal> forms = [];
    private readonly Queue<string> order = new();

    public void Keep(Modal form)
    {
        var key = KeyOf(form.CustomId);
        lock (gate)
        {
            if (!forms.ContainsKey(key))
                order.Enqueue(key);
            forms[key] = form;
            if (order.Count > Most)
                forms.Remove(order.Dequeue());
        }
    }

    /// <summary>Puts what was typed into the form.</summary>
    /// <returns>The name under which it is found again; null where the form is not known any more.</returns>
    public string? Fill(string customId, ImmutableDictionary<string, string> typed)
    {
        var key = KeyOf(customId);
        lock (gate)
        {
            if (!forms.TryGetValue(key, out var form))
                return null;
            forms[key] = form with { Fields = [.. form.Fields.Select(field => Filled(field, typed.GetValueOrDefault(field.CustomId)))] };
            return key;
        }
    }

    public Modal? Find(string key)
    {
        lock (gate)
            return forms.GetValueOrDefault(key);
    }

    private static ModalField Filled(ModalField field, string? typed) =>
        typed is null || typed.Length > field.MaxLength ? field : field with { Value = typed.Length == 0 ? null : typed };

    private static string KeyOf(string customId) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(customId)).AsSpan(0, KeyBytes));
}
