namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>A source of jitter that adds none, so that a test can name exact times.</summary>
internal sealed class NoJitter : Random
{
    public override double NextDouble() => 0;
}
