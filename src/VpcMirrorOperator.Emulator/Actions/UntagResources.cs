using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>UnTagResources: the keys given, or with All every tag; keys that are not there do not matter.</summary>
internal static class UntagResources
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var (sessions, _) = TaggedResource.Type(reader);
        var ids = reader.RequiredList("ResourceId", TagResources.MostResources);
        var keys = reader.List("TagKey", TagParameters.Most);
        var all = reader.Flag("All") == true && keys.IsEmpty;
        if (!all && keys.IsEmpty) reader.Fail(CloudErrors.Missing("TagKey"));
        return region =>
        {
            var (found, error) = TaggedResource.Find(region, sessions, ids);
            return error is not null ? error : WritePlan.Do(() => found.ForEach(
                resource => resource.Change(call, all ? resource.Tags.Clear() : resource.Tags.RemoveRange(keys))));
        };
    });
}
