namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>What a rule does with a packet that it matches. Either one ends the search for rules.</summary>
public enum RuleAction
{
    /// <summary>The packet is mirrored; <c>accept</c>.</summary>
    Accept,

    /// <summary>The packet is not mirrored; <c>drop</c>.</summary>
    Drop,
}
