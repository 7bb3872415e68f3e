using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Conversation;

namespace QuitteXBot.Matrix.Tests.Conversation;

public sealed class StepsTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(0, 4).SelectMany(kind => Gen.Choose(1, 25).Select(index => new Step((ReplyActionKind)kind, index))).ArrayOf()),
            steps => Steps.Read(Steps.Write([.. steps])).SequenceEqual(steps)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("Unknown3.12.Choose")]
    [InlineData("Choose99999999999")]
    public void Read_AnythingElse_HasNoSteps(string text) => Assert.Empty(Steps.Read(text));

    [Fact]
    public void Add_BackAfterForth_UndoesIt()
    {
        var next = Steps.Add([], new Step(ReplyActionKind.NextPage));

        Assert.Empty(Steps.Add(next!.Value, new Step(ReplyActionKind.PreviousPage))!.Value);
    }

    [Fact]
    public void Add_WithoutEnd_StopsSomewhere()
    {
        ImmutableArray<Step>? steps = [];
        var count = 0;
        while (steps is { } some && count++ < 1000)
            steps = Steps.Add(some, new Step(ReplyActionKind.NextPage));

        Assert.InRange(count, 2, 100);
    }

    [Theory]
    [InlineData("▶️", ReplyActionKind.NextPage, 1)]
    [InlineData("▶", ReplyActionKind.NextPage, 1)]
    [InlineData("◀", ReplyActionKind.PreviousPage, 1)]
    [InlineData("3️⃣", ReplyActionKind.Choose, 3)]
    [InlineData("3⃣", ReplyActionKind.Choose, 3)]
    [InlineData("🔟", ReplyActionKind.Choose, 10)]
    [InlineData("🔎", ReplyActionKind.InContext, 1)]
    public void StepOf_KnownReaction_IsItsStep(string key, ReplyActionKind kind, int index) => Assert.Equal(new Step(kind, index), Reactions.StepOf(key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("👍")]
    [InlineData("0️⃣")]
    [InlineData("▶️▶️▶️▶️▶️▶️▶️▶️▶️▶️▶️▶️")]
    public void StepOf_OtherReaction_IsNone(string? key) => Assert.Null(Reactions.StepOf(key));

    [Theory]
    [InlineData("2", 2)]
    [InlineData(" 12. ", 12)]
    [InlineData("0", null)]
    [InlineData("123", null)]
    [InlineData("-1", null)]
    [InlineData("2 bis", null)]
    [InlineData("٢", null)]
    public void NumberIn_Message_IsItsNumber(string text, int? expected) => Assert.Equal(expected, Reactions.NumberIn(text));
}
