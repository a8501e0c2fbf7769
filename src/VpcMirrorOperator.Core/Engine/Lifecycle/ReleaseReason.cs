namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>Why a deleted object goes, and what becomes of its thing.</summary>
internal enum ReleaseReason
{
    /// <summary>Nothing was to be deleted.</summary>
    NotAsked,

    /// <summary>We deleted it, and it is gone.</summary>
    Deleted,

    /// <summary>There is none.</summary>
    NothingThere,

    /// <summary>It carries another object's mark.</summary>
    OfAnother,

    /// <summary>It carries no mark: somebody took it off.</summary>
    Unmarked,

    /// <summary>Another living object names it.</summary>
    NamedByAnother,

    /// <summary>Several carry the mark, and none is recorded.</summary>
    Several,
}
