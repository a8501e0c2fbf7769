using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Plans for filters that no object has recorded: they are looked for by the mark of the object first (rule S3). Pure.</summary>
internal static class NewFilters
{
    /// <summary>What the operator would do where none is to be taken back: create one, or nothing before somebody helps.</summary>
    /// <returns>Null when there is one to be taken back.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The list does not tell.</exception>
    public static PlanItem? Compare(
        TrafficMirrorFilter filter, Installation installation, ListSnapshot<FilterInventory> list, DateTimeOffset now)
    {
        if (installation.Id is not { } id) return PlanItem.OfNew(filter, CreatedFilters.Unable(installation));
        var (identity, input) = (CreatedFilters.IdentityOf(filter, id), FilterComparison.InputOf(filter, null, usage: null, now));
        if (FilterPlanner.DecideUnobserved(input) is { } refused) return PlanItem.OfNew(filter, refused.Decision);
        return Found(identity, list) switch
        {
            [] => PlanItem.OfNew(filter, FilterLifeDecisions.Of(input, identity, new LifecycleStep.Create())),
            [_] => null,
            var several => PlanItem.OfNew(filter, FilterLifeDecisions.Of(input, identity, new LifecycleStep.Several(several))),
        };
    }

    /// <summary>The object with the filter that it takes back.</summary>
    public static TrafficMirrorFilter Recording(
        TrafficMirrorFilter filter, Installation installation, ListSnapshot<FilterInventory> list) => filter with
    {
        Status = (filter.Status ?? new TrafficMirrorFilterStatus()) with
        {
            TrafficMirrorFilterId = Found(CreatedFilters.IdentityOf(filter, installation.Id!), list)[0],
        },
    };

    private static List<string> Found(ObjectIdentity identity, ListSnapshot<FilterInventory> list)
    {
        if (FilterMarks.All(list) is not { } marks)
        {
            FilterMarks.ThrowUnreadable(list.List);
            return [];
        }

        return [.. marks.Things.Where(mark => mark.CreatedBy == identity.CreatedBy).Select(mark => mark.Id)];
    }
}
