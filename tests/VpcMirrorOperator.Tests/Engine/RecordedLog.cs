using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Tests.Engine;

/// <summary>Every log line with its fields.</summary>
internal sealed class RecordedLog : ILogger
{
    private readonly List<(int Id, Dictionary<string, object?> Fields)> _lines = [];

    public IEnumerable<Dictionary<string, object?>> Lines(int id) => _lines.Where(line => line.Id == id).Select(line => line.Fields);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add((eventId.Id, state is IEnumerable<KeyValuePair<string, object?>> fields ? new Dictionary<string, object?>(fields) : []));
}
