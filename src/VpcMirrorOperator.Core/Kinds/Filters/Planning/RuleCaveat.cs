namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What a step cannot promise (rule S14).</summary>
internal enum RuleCaveat
{
    /// <summary>Nothing: no wanted rule goes missing, and every packet keeps its decision or has the declared one.</summary>
    None,

    /// <summary>Without room, or with too many kinds of packets to tell apart: only that no wanted rule goes missing.</summary>
    OrderDiffers,

    /// <summary>Without a spare number too: one wanted rule is missing for one call.</summary>
    Gap,
}
