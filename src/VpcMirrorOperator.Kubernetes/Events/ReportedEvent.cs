namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>An event that somebody reported about an object.</summary>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Reason">A machine word.</param>
/// <param name="Message">What happened; at most 1000 characters, without control characters.</param>
/// <param name="Count">How often it has happened, 1 or more.</param>
/// <param name="First">When it happened first.</param>
/// <param name="Last">When it happened last.</param>
/// <param name="Reporter">Who reports it, for example <c>vpcmirror.io/controller</c>; empty while unknown.</param>
public sealed record ReportedEvent(
    string Type, string Reason, string Message, int Count, DateTimeOffset First, DateTimeOffset Last, string Reporter);
