using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>Reads the filters that <c>import</c> writes down.</summary>
internal static class FilterImport
{
    /// <summary>The filters, in the order of their ids.</summary>
    /// <param name="region">The region.</param>
    /// <param name="selection">Which.</param>
    /// <param name="account">The account.</param>
    /// <param name="patience">How long temporary failures are tolerated.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CommandException">One is not listed, or cannot be read.</exception>
    public static async Task<IReadOnlyList<ObservedFilter>> ReadAsync(
        string region, ImportSelection selection, CloudAccount account, CloudPatience patience, CommandContext context)
    {
        if (selection.Filters is { Count: 0 }) return [];
        var ids = selection.Filters;
        try
        {
            var list = await patience.ReadAsync(
                region, token => account.Filters.ReadAsync(new RegionRef(Accounts.Default, region), TimeSpan.FromMinutes(1), token),
                context.Interrupted);
            if (ids?.Where(id => !list.List.All.ContainsKey(id)).ToList() is { Count: > 0 } missing)
                throw new CommandException(string.Join('\n', missing.Select(id =>
                    $"{region}/{id}: the cloud does not list this filter. Check the id, the region and the account.")));
            // The ids come from the cloud here: one that is not an id must not become a line of YAML.
            return [.. (ids ?? list.List.All.Keys.Where(id => IdPatterns.Filter().IsMatch(id)))
                .Order(StringComparer.Ordinal).Select(id => list.List.Find(id)!).Where(filter => selection.Includes(filter.Tags))];
        }
        catch (CloudException e)
        {
            throw new CommandException(CloudAdvice.For(e), e);
        }
    }
}
