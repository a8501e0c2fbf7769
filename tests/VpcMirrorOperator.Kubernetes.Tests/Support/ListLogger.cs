using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>Keeps every line with the scope it was written in.</summary>
internal sealed class ListLogger : ILogger
{
    private readonly Stack<string> _scopes = new();

    public List<(int Id, LogLevel Level, string Text, string Scope, Exception? Error)> Lines { get; } = [];

    public IDisposable BeginScope<TState>(TState state)
        where TState : notnull
    {
        _scopes.Push(state.ToString()!);
        return new ScopeEnd(_scopes);
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((eventId.Id, logLevel, formatter(state, exception), string.Join(" > ", _scopes), exception));

    private sealed class ScopeEnd(Stack<string> scopes) : IDisposable
    {
        public void Dispose() => scopes.Pop();
    }
}
