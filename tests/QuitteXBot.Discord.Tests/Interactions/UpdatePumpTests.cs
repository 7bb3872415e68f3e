using System.Threading.Channels;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interactions;

/// <summary>Edits of a message, with a clock that stands still.</summary>
public sealed class UpdatePumpTests
{
    private readonly ManualTimeProvider time = new();
    private readonly Channel<OutgoingMessage> updates = Channel.CreateUnbounded<OutgoingMessage>();
    private readonly List<string> edits = [];

    [Fact]
    public async Task Run_ManyAtOnce_ShowsTheFirstAndThenOneEveryTwoSeconds()
    {
        var running = RunAsync();
        Say(1);
        await SeenAsync(1);
        Say(2, 3, 4);
        time.Advance(UpdatePump.Pause - TimeSpan.FromMilliseconds(1));
        Assert.Single(edits);

        await TakenAsync();
        time.Advance(TimeSpan.FromMilliseconds(1));
        await SeenAsync(2);
        updates.Writer.Complete();
        await running.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["1", "4"], edits);
    }

    [Fact]
    public async Task Run_EndWithinThePause_ShowsTheLastAllTheSame()
    {
        var running = RunAsync();
        Say(1);
        await SeenAsync(1);
        Say(2, 3);
        updates.Writer.Complete();

        await running.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["1", "3"], edits);
    }

    [Fact]
    public async Task Run_WhileAnEditHangs_ReadsOn()
    {
        var hanging = new TaskCompletionSource();
        var running = new UpdatePump(time).RunAsync(
            updates.Reader.ReadAllAsync(),
            async message =>
            {
                edits.Add(message.Content!);
                await hanging.Task;
            },
            CancellationToken.None);

        Say(1, 2, 3);
        await TakenAsync();
        updates.Writer.Complete();
        hanging.SetResult();
        await running.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(("1", "3", 2), (edits[0], edits[^1], edits.Count));
    }

    private Task RunAsync() => new UpdatePump(time).RunAsync(
        updates.Reader.ReadAllAsync(),
        message =>
        {
            lock (edits)
                edits.Add(message.Content!);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private void Say(params int[] numbers)
    {
        foreach (var number in numbers)
            updates.Writer.TryWrite(new OutgoingMessage { Content = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    private Task SeenAsync(int count) => Waiting.UntilAsync(
        () =>
        {
            lock (edits)
                return edits.Count == count;
        },
        TimeSpan.FromSeconds(5),
        $"not {count} edits");

    private Task TakenAsync() => Waiting.UntilAsync(() => updates.Reader.Count == 0, TimeSpan.FromSeconds(5), "not all were read");
}
