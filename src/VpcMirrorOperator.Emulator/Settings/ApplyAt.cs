namespace VpcMirrorOperator.Emulator.Settings;

/// <summary>When an accepted change of sources becomes visible in the session's source list.</summary>
public enum ApplyAt
{
    /// <summary>Together with the return to <c>Created</c>.</summary>
    End,

    /// <summary>As soon as the session turns <c>Modifying</c>.</summary>
    Start,
}
