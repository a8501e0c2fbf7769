using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// The tags of what the operator creates (rules S1 and S2). Only <see cref="CreatedBy"/> that names the very object gives it a right; they
/// are sent in the Create call only, so that whoever takes one off, or copies it, decides.
/// </summary>
internal static class IdentityTags
{
    /// <summary>Names the object that created it. The only tag that gives the right to delete.</summary>
    public const string CreatedBy = "vpcmirror.io/created-by";

    /// <summary>The uid of the object that has it now: another life of the same object takes it over.</summary>
    public const string Owner = "vpcmirror.io/owner";

    /// <summary>Namespace and name, for people and for policies; gives no right.</summary>
    public const string Object = "vpcmirror.io/object";

    /// <summary>The most tags of a user beside them: the cloud takes 20 (API page TagResources).</summary>
    public const int MaxUserTags = 16;

    /// <summary>The longest value of a tag (API page TagResources).</summary>
    private const int MaxValueLength = 128;

    /// <summary>The tags of a Create call of an object.</summary>
    /// <param name="identity">The object.</param>
    public static IReadOnlyList<ResourceTag> Of(ObjectIdentity identity) =>
    [
        new() { Key = CreatedBy, Value = identity.CreatedBy },
        new() { Key = Owner, Value = identity.Uid },
        new() { Key = Object, Value = Cut(identity.Object) },
    ];

    /// <summary>The namespace and name that a tag <see cref="Object"/> tells, if the mark beside it says the same.</summary>
    /// <param name="told">The value of <see cref="Object"/>.</param>
    /// <param name="createdBy">The value of <see cref="CreatedBy"/>.</param>
    /// <returns>Null when the text was cut, or is not that of the mark: somebody wrote it.</returns>
    public static string? Believed(string? told, string? createdBy) =>
        told is not null && createdBy?.EndsWith("/" + ObjectIdentity.Hash(told), StringComparison.Ordinal) == true ? told : null;

    private static string Cut(string text) => text.Length <= MaxValueLength ? text : text[..MaxValueLength];
}
