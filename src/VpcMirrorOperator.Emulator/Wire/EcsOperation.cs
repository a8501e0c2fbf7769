namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>Operations of ECS by their official names. VPC has operations of the same names: the version tells them apart.</summary>
internal static class EcsOperation
{
    internal const string Version = "2014-05-26";
    internal const string Describe = "DescribeNetworkInterfaces";
    internal const string ListTags = "ListTagResources";
    internal const string Tag = "TagResources";
    internal const string Untag = "UntagResources";

    internal static IReadOnlyCollection<string> All { get; } = [Describe, ListTags, Tag, Untag];
}
