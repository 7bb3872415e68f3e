using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Text;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>
/// Component states as <c>custom_id</c>: version, kind, question, language, owner, authentication code, and behind them page, command and options
/// as text. The code (64 bits of HMAC-SHA-256 over the rest) shows any change. Where that is longer than 100 characters, the text that was asked
/// for stands in the message itself (<see cref="Rendering.AskedText"/>) and only a mark in the id; the code is over both. Nothing is kept here, so that every
/// button works after a restart and with every worker.
/// </summary>
internal sealed class ComponentCodec
{
    private const char Version = '1';
    private const char LeaningVersion = '2';
    private const char Separator = '|';
    private const char Escape = '^';

    /// <summary>Behind <see cref="Escape"/>: here stands the text in the message.</summary>
    private const char TextMark = '=';
    private const int OwnerLength = 11;
    private const int CodeLength = 11;
    private const int CodeBytes = 8;
    private const int HeadLength = 4;

    private readonly byte[] key;

    public ComponentCodec(DiscordOptions options) =>
        key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(options.CustomIdKey ?? options.Token ?? ""),
            outputLength: 32,
            info: "quittexbot custom_id 1"u8.ToArray());

    /// <param name="asked">The text that the message can show; null where it shows none.</param>
    /// <returns>The id, and whether it needs the text in the message; no id where it cannot be made short enough.</returns>
    public (string? Id, bool LeansOnText) Encode(ComponentState state, string? asked = null)
    {
        var id = Encode(state, Version, null);
        if (id.Length <= DiscordLimits.CustomId)
            return (id, false);
        id = asked is null ? id : Encode(state, LeaningVersion, asked);
        return id.Length <= DiscordLimits.CustomId ? (id, true) : (null, false);
    }

    /// <param name="asked">The text that the component's message shows.</param>
    /// <returns>The state, or null where the id or the text was tampered with, or is of another version.</returns>
    public ComponentState? Decode(string id, string? asked = null)
    {
        if (id.Length <= HeadLength + OwnerLength + CodeLength || id[0] is not (Version or LeaningVersion) || (id[0] == LeaningVersion && asked is null))
            return null;
        var (head, owner, code, body) = (id[..HeadLength], id.Substring(HeadLength, OwnerLength), id.Substring(HeadLength + OwnerLength, CodeLength), id[(HeadLength + OwnerLength + CodeLength)..]);
        if (id[0] == LeaningVersion)
            body = WithText(body, asked!);
        var expected = Authenticate(head, owner, body);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(expected)) ? Read(head, owner, body) : null;
    }

    private string Encode(ComponentState state, char version, string? asked)
    {
        var head = new string([version, (char)state.Kind, (char)state.Question, state.Language == Language.French ? 'f' : 'e']);
        var (whole, body) = (Beginning(state), Beginning(state));
        foreach (var (name, value) in state.Options.OrderBy(option => option.Key, StringComparer.Ordinal))
        {
            var leans = asked is not null && UserText.Clean(value) == asked;
            whole.Append(Separator).Append(Escaped(name)).Append(Separator).Append(Escaped(leans ? asked! : value));
            body.Append(Separator).Append(Escaped(name)).Append(Separator).Append(leans ? $"{Escape}{TextMark}" : Escaped(value));
        }

        var owner = Base64(state.Owner);
        return head + owner + Authenticate(head, owner, whole.ToString()) + body;
    }

    private static StringBuilder Beginning(ComponentState state) =>
        new StringBuilder().Append(CultureInfo.InvariantCulture, $"{state.Page}{Separator}").Append(Escaped(state.Command));

    private static string WithText(string body, string asked)
    {
        var whole = new StringBuilder(body.Length + asked.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != Escape || i + 1 == body.Length)
                whole.Append(body[i]);
            else if (body[++i] == TextMark)
                whole.Append(Escaped(asked));
            else
                whole.Append(Escape).Append(body[i]);
        }

        return whole.ToString();
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
