using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>TagResources: at once, on all the resources or on none; a key that is there gets the new value.</summary>
internal static class TagResources
{
    /// <summary>Resources in one call.</summary>
    internal const int MostResources = 20;

    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var (sessions, _) = TaggedResource.Type(reader);
        var ids = reader.RequiredList("ResourceId", MostResources);
        var tags = TagParameters.Read(reader, "Tag");
        if (tags.IsEmpty) reader.Fail(CloudErrors.Missing("Tag"));
        return region =>
        {
            var (found, error) = TaggedResource.Find(region, sessions, ids);
            if (error is not null) return error;
            if (found.Exists(resource => resource.Tags.SetItems(tags).Count > TagParameters.Most))
                return CloudErrors.TooManyTags(TagParameters.Most);
            return WritePlan.Do(() => found.ForEach(resource => resource.Change(call, resource.Tags.SetItems(tags))));
        };
    });
}
