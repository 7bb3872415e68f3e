using System.Globalization;
using System.Text;

namespace QuitteXBot.Commands.Rendering;

/// <summary>
/// Writes JSON on one line. Its own, because a cold process answers sooner without the framework's writer and encoder (some 8 ms here), and because that one
/// escapes the spaces of French typography.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new(4096);
    private bool _needsComma;

    public override string ToString() => _text.ToString();

    public JsonText StartObject() => Open('{');

    public JsonText EndObject() => Close('}');

    public JsonText StartArray() => Open('[');

    public JsonText EndArray() => Close(']');

    public JsonText Name(string name)
    {
        Value(name);
        _text.Append(':');
        _needsComma = false;
        return this;
    }

    public JsonText Property(string name, string? value) => Name(name).Value(value);

    public JsonText Property(string name, bool value) => Name(name).Raw(value ? "true" : "false");

    public JsonText Property(string name, int value) => Name(name).Raw(value.ToString(CultureInfo.InvariantCulture));

    public JsonText Property(string name, IEnumerable<string> values)
    {
        Name(name).StartArray();
        foreach (var value in values)
            Value(value);
        return EndArray();
    }

    public JsonText Value(string? value)
    {
        if (value is null)
            return Raw("null");
        Separate();
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (MustBeEscaped(value, i))
                Escape(value[i]);
            else
                _text.Append(value[i]);
        }

        _text.Append('"');
        _needsComma = true;
        return this;
    }

    public JsonText Null() => Raw("null");

    private JsonText Raw(string value)
    {
        Separate();
        _text.Append(value);
        _needsComma = true;
        return this;
    }

    private JsonText Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    private JsonText Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
            _text.Append(',');
    }

    private void Escape(char unit)
    {
        _text.Append('\\');
        if (unit is '"' or '\\')
            _text.Append(unit);
        else if (unit == '\n')
            _text.Append('n');
        else
            _text.Append('u').Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
    }

    /// <summary>What JSON forbids, what some programs take for a line's end, and halves of a surrogate pair, which UTF-8 cannot write.</summary>
    private static bool MustBeEscaped(string text, int index) => text[index] switch
    {
        '"' or '\\' or < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' => true,
        var unit when char.IsHighSurrogate(unit) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var unit when char.IsLowSurrogate(unit) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };
}
