namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>The errors of the ECS calls. Codes and statuses are documented; but for the one recorded, texts are the emulator's.</summary>
internal static class EcsErrors
{
    internal static ApiError InstanceNotFound { get; } = new(404, "InvalidEcsId.NotFound", "The specified EcsId is not found.");

    internal static ApiError InstanceMalformed { get; } =
        CloudErrors.Bad("InvalidInstanceID.Malformed", "The specified InstanceId is malformed.");

    internal static ApiError InterfaceNotFound { get; } = new(404, "InvalidEniId.NotFound", "The specified EniId is not found.");

    internal static ApiError VSwitchNotFound { get; } = new(404, "InvalidVSwitchId.NotFound", "The specified VSwitchId is not found.");

    internal static ApiError RegionMalformed { get; } =
        CloudErrors.Bad("InvalidRegionId.MalFormed", "The specified RegionId is malformed.");

    internal static ApiError TagValueAlone { get; } =
        CloudErrors.Bad("InvalidParameter.TagValue", "A tag value is given without its key.");

    /// <summary>A choice of the emulator.</summary>
    internal static ApiError TooManyTags { get; } =
        CloudErrors.Bad("NumberExceed.Tags", "A resource can have 20 tags at most.");

    /// <summary>A choice of the emulator, which knows no other resources of ECS.</summary>
    internal static ApiError OtherResource { get; } =
        new(404, "InvalidResourceType.NotFound", "The emulator knows the tags of the resource type eni only.");

    internal static ApiError Invalid(string parameter, string rule) =>
        CloudErrors.Bad("InvalidParameter", $"The specified parameter \"{parameter}\" is not valid: {rule}.");
}
