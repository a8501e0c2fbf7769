namespace VpcMirrorOperator.Emulator.Interfaces;

/// <summary>The type of a network interface. The API documents Primary and Secondary as filters; Terway asks for Member in production,
/// so all four are taken.</summary>
public enum InterfaceType
{
    /// <summary>Attached on its own after it was created.</summary>
    Secondary,

    /// <summary>Created and released with its instance.</summary>
    Primary,

    /// <summary>A secondary interface that carries member interfaces.</summary>
    Trunk,

    /// <summary>Attached through a trunk interface; a query by instance leaves it out.</summary>
    Member,
}
