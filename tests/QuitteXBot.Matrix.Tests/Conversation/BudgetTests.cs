using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Conversation;

public sealed class BudgetTests
{
    private static readonly MatrixOptions Options = new() { UserBurst = 3, UserRefill = TimeSpan.FromSeconds(10), RoomBurst = 5, RoomRefill = TimeSpan.FromSeconds(1) };

    private readonly ManualTime time = new();

    [Fact]
    public void Take_MoreThanTheBurst_IsRefusedAndToldOnce()
    {
        var budget = new Budget(Options, time);

        var allowances = Enumerable.Range(0, 6).Select(_ => budget.Take("@a:b", "!r"));

        Assert.Equal(
            [Allowance.Granted, Allowance.Granted, Allowance.Granted, Allowance.FirstRefusal, Allowance.Refused, Allowance.Refused], allowances);
    }

    [Fact]
    public void Take_AfterAWhile_IsGrantedAtThePaceOfTheRefill()
    {
        var budget = new Budget(Options, time);
        for (var i = 0; i < 4; i++)
            budget.Take("@a:b", "!r");

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([Allowance.Granted, Allowance.Refused], [budget.Take("@a:b", "!r"), budget.Take("@a:b", "!r")]);
    }

    [Fact]
    public void Take_ManyUsersInOneRoom_SpendTheRoomsBudget()
    {
        var budget = new Budget(Options, time);

        var granted = Enumerable.Range(0, 20).Count(i => budget.Take($"@{i}:b", "!r") == Allowance.Granted);

        Assert.Equal(5, granted);
        Assert.Equal(Allowance.Granted, budget.Take("@1:b", "!other"));
    }

    [Fact]
    public void Take_CrowdOfStrangers_StaysBounded()
    {
        var budget = new Budget(Options, time);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 200_000; i++)
            budget.Take($"@{i}:b", $"!{i}");

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 10 << 20);
    }
}
