namespace VpcMirrorOperator.Kubernetes; internal sealed class Placeholder;
