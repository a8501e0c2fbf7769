using System.Runtime.InteropServices;

namespace VpcMirrorOperator.Commands;

/// <summary>Turns the first Ctrl-C or SIGTERM into a request to end; the second one ends the process at once, as by default.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupts() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = !source.IsCancellationRequested;
        // Not here: whoever is cancelled would run on the thread of the signal.
        if (signal.Cancel) _ = source.CancelAsync();
    }
}
