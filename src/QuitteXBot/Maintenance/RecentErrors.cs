using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Moderation;

namespace QuitteXBot.Maintenance;

/// <summary>
/// The last warnings and errors of the log, for <c>/status</c>. Of what a message names only numbers are kept, and of an exception its type: neither
/// people nor their words. Thread-safe.
/// </summary>
[ProviderAlias("RecentErrors")]
internal sealed class RecentErrors(TimeProvider time) : ILoggerProvider
{
    private const int Most = 20;
    private const int LongestWords = 200;
    private const string Template = "{OriginalFormat}";

    private readonly Lock gate = new();
    private readonly Queue<LoggedError> errors = new();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LoggedError> Read()
    {
        lock (gate)
            return [.. errors.Reverse()];
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private void Add(string words)
    {
        lock (gate)
        {
            errors.Enqueue(new LoggedError(time.GetUtcNow(), words.Length > LongestWords ? words[..LongestWords] + "…" : words));
            if (errors.Count > Most)
                errors.Dequeue();
        }
    }

    private sealed class Recorder(RecentErrors owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                owner.Add($"{category}: {Words(state)}{(exception is null ? "" : $" ({exception.GetType().Name})")}");
        }

        /// <summary>A message without a template may have anything in it: it is left out.</summary>
        private static string Words<TState>(TState state)
        {
            if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || values.FirstOrDefault(value => value.Key == Template).Value is not string template)
                return "…";
            var words = new StringBuilder(template);
            foreach (var (name, value) in values.Where(value => value.Key != Template))
                words.Replace("{" + name + "}", IsNumber(value) ? string.Create(CultureInfo.InvariantCulture, $"{value}") : "…");
            return words.ToString();
        }

        private static bool IsNumber(object? value) => value is int or long or double or TimeSpan or Enum or bool;
    }
}
