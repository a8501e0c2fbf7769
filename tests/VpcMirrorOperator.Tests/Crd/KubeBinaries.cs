using VpcMirrorOperator.ApiServer;

namespace VpcMirrorOperator.Tests.Crd;

/// <summary>Whether the tests of one class have an API server.</summary>
internal static class KubeBinaries
{
    /// <summary>Why a test was skipped, and what to do about it.</summary>
    public const string HowToGetThem = ApiServerBinaries.SkipReason;

    public static bool Found => ApiServerBinaries.Find().Count > 0;
}
