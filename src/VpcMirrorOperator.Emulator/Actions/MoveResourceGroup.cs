using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>MoveResourceGroup: one session or filter, at once.</summary>
internal static class MoveResourceGroup
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var (sessions, _) = TaggedResource.Type(reader);
        var id = reader.Required("ResourceId");
        var group = reader.Required("NewResourceGroupId");
        if (!ResourceGroups.IsId(group))
            reader.Fail(CloudErrors.Illegal("NewResourceGroupId", "an id of a resource group starts with rg-"));
        return region =>
        {
            var (found, error) = TaggedResource.Find(region, sessions, [id]);
            return error is not null ? error : WritePlan.Do(() => found[0].MoveTo(group));
        };
    });
}
