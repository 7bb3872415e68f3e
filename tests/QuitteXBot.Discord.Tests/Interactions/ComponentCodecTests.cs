using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Text;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;

namespace QuitteXBot.Discord.Tests.Interactions;

public sealed class ComponentCodecTests
{
    private readonly ComponentCodec codec = NewCodec("a.b.c");

    [Fact]
    public void Encode_ShortState_FitsAndSurvivesARestart()
    {
        var state = State("why", ("organisation", "departement-54"), ("page", "12"));

        var id = codec.Encode(state).Id!;

        Assert.InRange(id.Length, 1, 100);
        AssertSame(state, NewCodec("a.b.c").Decode(id));
    }

    [Fact]
    public void Decode_AnyState_IsWhatWasEncoded() =>
        Prop.ForAll<NonNull<string>, NonNull<string>, NonNull<string>>((command, name, value) =>
        {
            var state = State(command.Get, (name.Get, value.Get));
            if (codec.Encode(state).Id is { } id)
                AssertSame(state, codec.Decode(id));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_AnyCharacterChanged_IsRefused()
    {
        var id = codec.Encode(State("why", ("organisation", "departement-54"))).Id!;

        for (var i = 0; i < id.Length; i++)
            Assert.Null(codec.Decode(string.Concat(id.AsSpan(0, i), id[i] == 'A' ? "B" : "A", id.AsSpan(i + 1))));
    }

    [Fact]
    public void Decode_OfAnotherKey_IsRefused() => Assert.Null(NewCodec("x.y.z").Decode(codec.Encode(State("why")).Id!));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0abcdef")]
    [InlineData("1t/fAAAAAAAAAAAAAAAAAAAAAA0|why")]
    public void Decode_WhatNobodyEncoded_IsRefused(string id) => Assert.Null(codec.Decode(id));

    [Fact]
    public void Encode_LongText_LeansOnTheMessageAndSurvivesARestart()
    {
        var asked = new string('é', 300);
        var state = State("search", ("words", asked), ("page", "2"));

        var (id, leans) = codec.Encode(state, asked);

        Assert.True(leans);
        Assert.InRange(id!.Length, 1, 100);
        AssertSame(state, NewCodec("a.b.c").Decode(id, asked));
    }

    [Fact]
    public void Decode_AnyTextAskedFor_IsWhatWasEncoded() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var asked = UserText.Clean(text.Get + new string('^', 90));
            var state = State("search", ("words", asked), ("since", "2025"));
            AssertSame(state, codec.Decode(codec.Encode(state, asked).Id!, asked));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_TextInTheMessageChanged_IsRefused()
    {
        var asked = new string('é', 300);
        var id = codec.Encode(State("search", ("words", asked)), asked).Id!;

        Assert.Null(codec.Decode(id));
        Assert.Null(codec.Decode(id, asked + "e"));
        for (var i = 0; i < id.Length; i++)
            Assert.Null(codec.Decode(string.Concat(id.AsSpan(0, i), id[i] == 'A' ? "B" : "A", id.AsSpan(i + 1)), asked));
    }

    [Fact]
    public void Encode_LongStateWithoutTextInTheMessage_IsNone() => Assert.Null(codec.Encode(State("search", ("words", new string('é', 300)))).Id);

    private static ComponentCodec NewCodec(string token) => new(new DiscordOptions { Token = token });

    private static ComponentState State(string command, params (string Name, string Value)[] options) => new(
        ComponentKind.Turn, QuestionKind.Command, Language.English, 1300000000000000001, 3, command, options.ToImmutableDictionary(option => option.Name, option => option.Value));

    private static void AssertSame(ComponentState expected, ComponentState? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Options = actual.Options }, actual);
        Assert.Equal(expected.Options.OrderBy(option => option.Key), actual.Options.OrderBy(option => option.Key));
    }
}
