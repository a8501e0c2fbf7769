namespace VpcMirrorOperator.Emulator.Sessions;

/// <summary>TrafficMirrorSessionBusinessStatus.</summary>
public enum BusinessStatus
{
    /// <summary>In good standing.</summary>
    Normal,

    /// <summary>Payment is overdue: nothing is mirrored and writes are refused.</summary>
    FinancialLocked,
}
