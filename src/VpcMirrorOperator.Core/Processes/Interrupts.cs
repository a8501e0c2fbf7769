using System.Runtime.InteropServices;

namespace VpcMirrorOperator.Processes;

/// <summary>Turns the first Ctrl-C or SIGTERM into a request to end; the second one ends the process at once, as by default.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen for both signals.</summary>
    public Interrupts() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Leaves the signals to the runtime again.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        // Not here: whoever is cancelled would run on the thread of the signal.
        if (signal.Cancel) _ = _source.CancelAsync();
    }
}
