using System.Globalization;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>
/// Which part of the result a call asks for. With NextToken or MaxResults the pages are tokens, and MaxResults is pulled into 10 to 500;
/// with neither, they are numbers (PageNumber from 1, PageSize 1 to 1000, default 10).
/// </summary>
/// <param name="Size">Interfaces in a page.</param>
/// <param name="Number">The page's number; null for pages by token.</param>
/// <param name="LastId">The last id of the page before; null for the first page, and for pages by number.</param>
internal sealed record InterfacePage(int Size, int? Number, string? LastId)
{
    /// <summary>How many interfaces a query by tag or resource group gives at most, over all pages.</summary>
    internal const int MostWhenCapped = 1000;

    private const int Least = 10;

    private const int Most = 500;

    internal static (InterfacePage? Page, ApiError? Error) Read(ApiCall call)
    {
        var parameters = call.Parameters;
        if (parameters.Text("NextToken") is null && parameters.Text("MaxResults") is null) return ReadNumbered(parameters);
        var (lastId, tokenError) = PageToken.Read(call);
        if (tokenError is not null) return (null, EcsErrors.Invalid("NextToken", "it is not from the page before of the same query"));
        if (parameters.Text("MaxResults") is not { } text) return (new(Least, null, lastId), null);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)
            ? (new(Math.Clamp(size, Least, Most), null, lastId), null)
            : (null, EcsErrors.Invalid("MaxResults", "it must be a number"));
    }

    private static (InterfacePage? Page, ApiError? Error) ReadNumbered(CallParameters parameters)
    {
        var (number, numberError) = parameters.Number("PageNumber", 1, int.MaxValue);
        if (numberError is not null) return (null, EcsErrors.Invalid("PageNumber", "it must be 1 or more"));
        var (size, sizeError) = parameters.Number("PageSize", 1, 1000);
        return sizeError is null
            ? (new(size ?? Least, number ?? 1, null), null)
            : (null, EcsErrors.Invalid("PageSize", "it must be between 1 and 1000"));
    }
}
