using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Results;
using QuitteXBot.Maintenance;
using QuitteXBot.Testing;

namespace QuitteXBot.Tests.Maintenance;

public sealed class ScheduleTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("12:00", 24 * 60)]
    [InlineData("12:01", 1)]
    [InlineData("11:59", (24 * 60) - 1)]
    [InlineData("03:30", (15 * 60) + 30)]
    public void Until_ATimeOfDay_IsAheadAndWithinADay(string time, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Schedule.Until(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), _clock.GetUtcNow()));

    [Fact]
    public async Task Run_OverTwoDays_DoesEachWorkOnceADayAndWhatIsOffNever()
    {
        var done = new Recorded(_clock);
        using var schedule = new Schedule(
            done, new MaintenanceSection(14, new TimeOnly(3, 30), new TimeOnly(13, 0), null), _clock, NullLogger<Schedule>.Instance);
        await schedule.StartAsync(default);

        for (var hour = 0; hour < 48; hour++)
        {
            Assert.True(SpinWait.SpinUntil(() => _clock.Waiting == 2, TimeSpan.FromSeconds(10)));
            _clock.Advance(TimeSpan.FromMinutes(30));
            Assert.True(SpinWait.SpinUntil(() => _clock.Waiting == 2, TimeSpan.FromSeconds(10)));
            _clock.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.True(SpinWait.SpinUntil(() => _clock.Waiting == 2, TimeSpan.FromSeconds(10)));
        await schedule.StopAsync(default);
        Assert.Equal(["backup 22 13:00", "reindex 23 03:30", "backup 23 13:00", "reindex 24 03:30"], done.Times);
    }

    [Fact]
    public async Task Run_AfterATimeWasMissed_WaitsForTheNextDay()
    {
        var done = new Recorded(_clock);
        using var schedule = new Schedule(done, new MaintenanceSection(14, null, new TimeOnly(11, 0), null), _clock, NullLogger<Schedule>.Instance);
        await schedule.StartAsync(default);

        Assert.True(SpinWait.SpinUntil(() => _clock.Waiting == 1, TimeSpan.FromSeconds(10)));
        _clock.Advance(TimeSpan.FromHours(22));
        Assert.Empty(done.Times);

        await schedule.StopAsync(default);
    }

    private sealed class Recorded(TimeProvider clock) : IMaintenance
    {
        private readonly List<string> _times = [];

        public IReadOnlyList<string> Times
        {
            get
            {
                lock (_times)
                    return [.. _times];
            }
        }

        public IAsyncEnumerable<MaintenanceStep>? Reindex() => Note("reindex");

        public IAsyncEnumerable<MaintenanceStep>? CheckSources() => Note("check");

        public Task<Result<BackupFile>> BackupAsync(CancellationToken cancellationToken)
        {
            Note("backup");
            return Task.FromResult<Result<BackupFile>>(new Error("backup-unwritable", "The disk is full."));
        }

        public Task<MaintenanceStatus> StatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ReplyFile> ExportAsync(string format, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<ImportPreview>> PreviewAsync(Enclosure file, CancellationToken cancellationToken) => throw new NotSupportedException();

        /// <summary>Null: other work goes on.</summary>
        private IAsyncEnumerable<MaintenanceStep>? Note(string work)
        {
            lock (_times)
                _times.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{work} {clock.GetUtcNow():dd HH:mm}"));
            return null;
        }
    }
}
