using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Commands;

/// <summary>Says what to do about an error of the cloud. Pure.</summary>
internal static class CloudAdvice
{
    /// <summary>The error and its remedy, two lines.</summary>
    public static string For(CloudException error) => $"{error.Message.TrimEnd('.')}.\n  {CloudRemedy.For(error)}";

    /// <summary>The same in one line.</summary>
    public static string OneLine(CloudException error) => $"{error.Message.TrimEnd('.')}. {CloudRemedy.For(error)}";

    /// <summary>The message of a session whose read failed.</summary>
    public static string NotRead(CloudException error) => $"Cannot read the session: {OneLine(error)}";
}
