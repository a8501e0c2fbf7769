namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// What a seed is about: which objects there are, and what happens to them beside crashes, two processes and a bad network. The profiles of
/// the executable model, and three more (<see cref="Rules"/>, <see cref="Whole"/>, <see cref="Mixed"/>).
/// </summary>
internal enum LifeProfile
{
    /// <summary>One created session; its status is lost or restored, its spec edited, the operator down for minutes.</summary>
    One,

    /// <summary>One created filter, deleted and made again under its name.</summary>
    Filter,

    /// <summary>A created session that is removed by hand, deleted, and made again under its name.</summary>
    Hand,

    /// <summary>Somebody removes the created session, takes its tags off, copies them, changes its attributes, takes its number.</summary>
    Foreign,

    /// <summary>The account is locked, sessions vanish, the bill is paid.</summary>
    Arrears,

    /// <summary>Two created sessions that want each other's numbers, which somebody else takes, too.</summary>
    Priority,

    /// <summary>An adopted session that declares nothing of itself; somebody gives it another target, and somebody accepts it.</summary>
    Altered,

    /// <summary>An adopted session that declares nothing, a part, or all of itself; and its release.</summary>
    Adopt,

    /// <summary>Two objects for one adopted session.</summary>
    Two,

    /// <summary>A filter and sessions that refer to it, deleted together in either order, and made again.</summary>
    Folder,

    /// <summary>An object that is copied to another namespace together with its status.</summary>
    Move,

    /// <summary>A created session or filter that another object adopts.</summary>
    Share,

    /// <summary>The definitions of our kinds are deleted.</summary>
    Uninstall,

    /// <summary>A created and an adopted filter whose rules are edited, by us and by somebody else.</summary>
    Rules,

    /// <summary>
    /// A filter, created sessions that refer to it and an adopted one, and nobody else: in the end all are deleted under Delete, and the
    /// account is as it was before.
    /// </summary>
    Whole,

    /// <summary>Everything at once.</summary>
    Mixed,
}
