using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>An object that speaks for a session or filter of the cloud.</summary>
/// <param name="Key">The object.</param>
/// <param name="CreatedAt">When the object was made; null for a manifest.</param>
/// <param name="Creates">Null for an object that names the thing by id; else who it is to the cloud: it has the thing recorded.</param>
/// <param name="IsGoing">Whether the object is deleted.</param>
internal sealed record Claim(ObjectKey Key, DateTimeOffset? CreatedAt, ObjectIdentity? Creates, bool IsGoing);
