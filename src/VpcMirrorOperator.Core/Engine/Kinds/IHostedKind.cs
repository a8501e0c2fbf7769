namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>The running parts of one kind in one process.</summary>
internal interface IHostedKind : IDisposable
{
    /// <summary>The label <c>controller</c> of the metrics: the kind in lower case, as controller-runtime names controllers.</summary>
    string Controller { get; }

    /// <summary>Complete once the cache is filled.</summary>
    Task Synced { get; }

    /// <summary>When the API server was last heard; null before the first time.</summary>
    DateTimeOffset? LastContact { get; }

    /// <summary>The reconciles under way.</summary>
    RunningReconciles Reconciles { get; }

    /// <summary>Keeps the cache until cancelled; a standby does so too.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    Task RunInformerAsync(CancellationToken cancellationToken);

    /// <summary>Queues every object and all changes from now on, and works on them until cancelled. Reconciles under way are finished then.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    Task RunControllerAsync(CancellationToken cancellationToken);

    /// <summary>Brings the kind's metrics up to date and takes its cache for a scrape.</summary>
    KindScrape Scrape();
}
