namespace VpcMirrorOperator.Emulator; internal sealed class Placeholder;
