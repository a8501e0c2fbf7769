namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// Whose the sessions and filters are that this process creates (rule S1): the uid of the namespace kube-system, which no other cluster
/// has, or the owner that was declared. Without it nothing is created and nothing created is deleted; all else goes on.
/// </summary>
internal sealed class Installation
{
    /// <summary>The longest owner; a uid has 36 characters.</summary>
    public const int MaxLength = 64;

    private volatile string? _id;
    private volatile string _trouble;

    private Installation(string? id, string trouble) => (_id, _trouble) = (id, trouble);

    /// <summary>Stands in the mark of all that is created, 1 to 64 characters; null while it is not known.</summary>
    public string? Id => _id;

    /// <summary>Why <see cref="Id"/> is not known, and the remedy, as a sentence.</summary>
    public string Trouble => _trouble;

    /// <summary>An installation that is known.</summary>
    /// <param name="id">1 to 64 letters, digits, dots, hyphens and underscores.</param>
    public static Installation Of(string id) => new(id, "");

    /// <summary>An installation that is not known, or not yet.</summary>
    /// <param name="trouble">Why, and the remedy.</param>
    public static Installation Unknown(string trouble) => new(null, trouble);

    /// <summary>Whether a declared owner can be part of a mark, which slashes divide, and of a tag that the cloud takes.</summary>
    /// <param name="owner">The text.</param>
    public static bool IsOwner(string owner) => owner.Length is > 0 and <= MaxLength
        && owner.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !owner.StartsWith("aliyun", StringComparison.Ordinal);

    /// <summary>It is known from now on.</summary>
    /// <param name="id">As in <see cref="Of"/>.</param>
    public void Learn(string id) => _id = id;

    /// <summary>It could not be found out this time.</summary>
    /// <param name="trouble">Why, and the remedy.</param>
    public void Miss(string trouble) => _trouble = trouble;
}
