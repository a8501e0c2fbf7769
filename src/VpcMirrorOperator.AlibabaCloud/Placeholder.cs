namespace VpcMirrorOperator.AlibabaCloud; internal sealed class Placeholder;
