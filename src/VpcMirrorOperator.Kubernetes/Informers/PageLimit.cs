namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// How many objects a page of a list is asked for. The size of a page costs no memory, because it is read object by object, but time: a
/// page must be here before the call's limit and the server's own, which ends answers after a minute. So a list of large objects is
/// asked for in smaller pages. Within one list the limit stays, as the API's contract wants it. Pure.
/// </summary>
/// <param name="Most">Objects of a page when nothing speaks against it, 1 or more.</param>
/// <param name="Objects">Objects of a page of the next list.</param>
/// <param name="PageFailed">
/// The last list broke off within a page. The next one then asks for the newest state, because servers apply the limit to that only:
/// from their cache they may answer with all objects at once.
/// </param>
internal readonly record struct PageLimit(int Most, int Objects, bool PageFailed)
{
    /// <summary>How large a page shall be at most, in bytes.</summary>
    private const long PageBytes = 16 * 1024 * 1024;

    /// <summary>Before the first list.</summary>
    public static PageLimit Of(int most) => new(most, most, PageFailed: false);

    /// <summary>After a list of so many objects and bytes.</summary>
    public PageLimit After(int objects, long bytes) =>
        objects == 0 ? Of(Most) : new(Most, (int)Math.Clamp(PageBytes * objects / Math.Max(bytes, 1), 1, Most), PageFailed: false);

    /// <summary>After a page whose first bytes came, but not its last.</summary>
    public PageLimit AfterBrokenPage() => new(Most, Math.Max(1, Objects / 4), PageFailed: true);
}
