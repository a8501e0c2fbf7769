using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// What a person can do about an error of a call for a filter: as <see cref="CloudRemedy"/>, but for the rows of the table that are about
/// sessions and their sources.
/// </summary>
internal static class FilterRemedy
{
    /// <param name="error">The error.</param>
    /// <returns>Whole sentences.</returns>
    public static string For(CloudException error) => CloudErrorTable.Of(error).Reason switch
    {
        Reasons.SessionBusy => "Nothing. If it stays, find out who else changes the filter.",
        Reasons.QuotaExceeded =>
            "Have the quota raised, or declare less: by default a region has 100 filters, and a filter 20 rules in all.",
        Reasons.DuplicateSource or Reasons.SourceAlreadyAssociated or Reasons.SourceNotAssociated =>
            "Nothing at first: the filter is listed anew. If it stays, find out who else changes the filter.",
        _ => CloudRemedy.For(error),
    };
}
