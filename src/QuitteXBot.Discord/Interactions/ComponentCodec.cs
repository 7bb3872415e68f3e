using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>
/// Component states as <c>custom_id</c>: version, kind, question, language, owner, authentication code, and behind them page, command and options
/// as text. The code (64 bits of HMAC-SHA-256 over the rest) shows any change. A state longer than 100 characters is kept in memory under a short
/// name; such a button no longer works after a restart, and says so.
/// </summary>
internal sealed class ComponentCodec
{
    private const char Version = '1';
    private const char Remembered = '0';
    private const char Separator = '|';
    private const char Escape = '^';
    private const int OwnerLength = 11;
    private const int CodeLength = 11;
    private const int CodeBytes = 8;
    private const int HeadLength = 4;
    private const int MostRemembered = 10_000;

    private readonly byte[] key;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> remembered = [];
    private readonly Queue<string> order = new();

    public ComponentCodec(DiscordOptions options) =>
        key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(options.CustomIdKey ?? options.Token ?? ""),
            outputLength: 32,
            info: "quittexbot custom_id 1"u8.ToArray());

    public string Encode(ComponentState state)
    {
        var head = new string([Version, (char)state.Kind, (char)state.Question, state.Language == Language.French ? 'f' : 'e']);
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{state.Page}{Separator}").Append(Escaped(state.Command));
        foreach (var (name, value) in state.Options.OrderBy(option => option.Key, StringComparer.Ordinal))
            body.Append(Separator).Append(Escaped(name)).Append(Separator).Append(Escaped(value));
        var owner = Base64(state.Owner);
        var id = head + owner + Authenticate(head, owner, body.ToString()) + body;
        return id.Length <= DiscordLimits.CustomId ? id : Remember(id);
    }

    /// <summary>The state, or null where the id was tampered with, is of an older version, or was forgotten.</summary>
    public ComponentState? Decode(string id)
    {
        if (id.Length > 1 && id[0] == Remembered)
        {
            lock (gate)
            {
                if (!remembered.TryGetValue(id, out var full))
                    return null;
                id = full;
            }
        }

        if (id.Length <= HeadLength + OwnerLength + CodeLength || id[0] != Version)
            return null;
        var (head, owner, code, body) = (id[..HeadLength], id.Substring(HeadLength, OwnerLength), id.Substring(HeadLength + OwnerLength, CodeLength), id[(HeadLength + OwnerLength + CodeLength)..]);
        var expected = Authenticate(head, owner, body);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(expected)) ? Read(head, owner, body) : null;
    }

    private static ComponentState? Read(string head, string owner, string body)
    {
        var parts = SplitEscaped(body);
        if (parts.Count < 2 || parts.Count % 2 != 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page))
            return null;
        var options = ImmutableDictionary.CreateBuilder<string, string>();
        for (var i = 2; i < parts.Count; i += 2)
            options[parts[i]] = parts[i + 1];
        var language = head[3] == 'f' ? Language.French : Language.English;
        return new((ComponentKind)head[1], (QuestionKind)head[2], language, BinaryPrimitives.ReadUInt64BigEndian(Base64Url.DecodeFromChars(owner)), page, parts[1], options.ToImmutable());
    }

    private string Remember(string id)
    {
        var name = $"{Remembered}{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
        lock (gate)
        {
            if (remembered.TryAdd(name, id))
            {
                order.Enqueue(name);
                if (order.Count > MostRemembered)
                    remembered.Remove(order.Dequeue());
            }
        }

        return name;
    }

    private string Authenticate(string head, string owner, string body)
    {
        var code = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(head + owner + body));
        return Base64Url.EncodeToString(code.AsSpan(0, CodeBytes));
    }

    private static string Base64(ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return Base64Url.EncodeToString(bytes);
    }

    private static string Escaped(string text) => text.Replace("^", "^^", StringComparison.Ordinal).Replace("|", "^|", StringComparison.Ordinal);

    private static List<string> SplitEscaped(string body)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == Escape && i + 1 < body.Length)
            {
                part.Append(body[++i]);
            }
            else if (body[i] == Separator)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(body[i]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
