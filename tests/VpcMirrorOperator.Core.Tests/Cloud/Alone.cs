namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>Tests that nothing else may run beside: they look at the memory of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
