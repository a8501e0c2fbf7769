using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>The objects of one kind, their reconciler, queue and workers, as <c>apply</c> runs them.</summary>
internal interface IApplyEngine : IDisposable
{
    /// <summary>Writes that this run asked the cloud for; repeats of one write count once.</summary>
    int Writes { get; }

    /// <summary>Works until it is stopped; reconciles under way are finished then.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>All declared objects as they stand, in the order of their names.</summary>
    IReadOnlyList<SessionRow> Rows();

    /// <summary>Ends the run when the state folder has become unusable: nothing may be written to the cloud then.</summary>
    /// <exception cref="Storage.StateFolderException">It has.</exception>
    void ThrowIfBroken();

    /// <summary>Puts other manifests in force, and works on what changed.</summary>
    /// <param name="declared">All declared objects.</param>
    /// <param name="cancellationToken">Gives up waiting for the folder's lock.</param>
    /// <returns>A line for each object that is new, changed or gone.</returns>
    Task<IReadOnlyList<string>> ReloadAsync(DeclaredObjects declared, CancellationToken cancellationToken);
}
