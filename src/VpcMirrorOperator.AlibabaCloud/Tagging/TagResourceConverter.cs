using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Tagging;

/// <summary>Reads <c>TagResources: {TagResource: […]}</c>.</summary>
internal sealed class TagResourceConverter() : WrappedListConverter<TaggedResource>("TagResource");
