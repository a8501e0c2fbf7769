namespace VpcMirrorOperator.Processes;

/// <summary>The version of this build.</summary>
internal static class ProductVersion
{
    /// <summary>Major, minor and patch, for example <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
