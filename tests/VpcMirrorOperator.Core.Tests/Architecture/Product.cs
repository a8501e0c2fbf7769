using ArchUnitNET.Loader;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Kubernetes.Client;
using Assembly = System.Reflection.Assembly;

namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>The product as it is compiled.</summary>
internal static class Product
{
    public static readonly Assembly AlibabaCloud = typeof(RpcClient).Assembly;
    public static readonly Assembly Kubernetes = typeof(KubeClient).Assembly;
    public static readonly Assembly Emulator = typeof(VpcEmulator).Assembly;
    public static readonly Assembly Core = typeof(TrafficMirrorSession).Assembly;
    public static readonly Assembly Controller = typeof(ControllerProgram).Assembly;

    /// <summary>All types of all projects, and what each uses: in signatures, bodies and attributes.</summary>
    public static readonly ArchUnitNET.Domain.Architecture Types =
        new ArchLoader().LoadAssemblies(AlibabaCloud, Kubernetes, Emulator, Core, Controller).Build();
}
