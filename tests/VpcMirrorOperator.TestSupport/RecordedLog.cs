using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.TestSupport;

/// <summary>A line of a log.</summary>
/// <param name="Id">Event id.</param>
/// <param name="Level">Its level.</param>
/// <param name="Text">The message with its values.</param>
/// <param name="Scope">The scopes that it was written in, innermost first, separated by <c> > </c>.</param>
/// <param name="Error">The exception that came along.</param>
/// <param name="Fields">The message's values by name.</param>
public sealed record LogLine(
    int Id, LogLevel Level, string Text, string Scope, Exception? Error, IReadOnlyDictionary<string, object?> Fields);

/// <summary>Keeps every line.</summary>
public sealed class RecordedLog : ILogger
{
    private readonly Stack<string> _scopes = new();

    public List<LogLine> Lines { get; } = [];

    /// <summary>The values of every line with an event id.</summary>
    public IEnumerable<IReadOnlyDictionary<string, object?>> FieldsOf(int id) =>
        Lines.Where(line => line.Id == id).Select(line => line.Fields);

    public IDisposable BeginScope<TState>(TState state)
        where TState : notnull
    {
        _scopes.Push(state.ToString()!);
        return new ScopeEnd(_scopes);
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var fields = state is IEnumerable<KeyValuePair<string, object?>> pairs ? new Dictionary<string, object?>(pairs) : [];
        Lines.Add(new LogLine(eventId.Id, logLevel, formatter(state, exception), string.Join(" > ", _scopes), exception, fields));
    }

    private sealed class ScopeEnd(Stack<string> scopes) : IDisposable
    {
        public void Dispose() => scopes.Pop();
    }
}
