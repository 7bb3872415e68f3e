using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Rendering;

namespace QuitteXBot.Commands.Tests.Rendering;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("«\u202FOui\u202F», dit-elle\u00A0: non\u202F!")]
    [InlineData("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0085\u2028\u2029")]
    [InlineData("👋 fin")]
    [InlineData("")]
    public void Value_AnyText_IsReadBackByAnotherReader(string text)
    {
        var json = new JsonText().StartObject().Property("a", text).Property("b", 1).Property("c", true).EndObject().ToString();

        using var document = JsonDocument.Parse(json);
        Assert.Equal(text, document.RootElement.GetProperty("a").GetString());
        Assert.Equal(1, document.RootElement.GetProperty("b").GetInt32());
        Assert.True(document.RootElement.GetProperty("c").GetBoolean());
        Assert.DoesNotContain(json, unit => char.IsControl(unit) || unit is '\u2028' or '\u2029');
    }

    [Fact]
    public void Value_TextWithoutHalvedPairs_ComesBackAsItWas() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var whole = string.Concat(text.Get.EnumerateRunes());
            using var document = JsonDocument.Parse(new JsonText().StartArray().Value(whole).Value(null).EndArray().ToString());
            return document.RootElement[0].GetString() == whole && document.RootElement[1].ValueKind == JsonValueKind.Null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_HalfOfAPair_IsEscaped() => Assert.Equal("[\"a\\ud83db\"]", new JsonText().StartArray().Value("a\uD83Db").EndArray().ToString());

    [Fact]
    public void StartObject_Nested_SeparatesWithCommas() => Assert.Equal(
        "{\"a\":[{\"b\":[]},null],\"c\":[\"d\",\"e\"]}",
        new JsonText().StartObject().Name("a").StartArray().StartObject().Property("b", []).EndObject().Null().EndArray().Property("c", ["d", "e"]).EndObject().ToString());
}
