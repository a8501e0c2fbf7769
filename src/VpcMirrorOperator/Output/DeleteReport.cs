using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>The result of <c>delete</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Items">One entry for each declared object, filters after sessions.</param>
/// <param name="Summary">Totals.</param>
internal sealed record DeleteReport(IReadOnlyList<DeleteItem> Items, DeleteSummary Summary)
{
    /// <summary>Whether a person has to help with all that is left.</summary>
    internal bool IsHeld => Items.All(item => item.Gone || HeldReasons.Include(item.Reason));
}

/// <summary>What became of one object.</summary>
/// <param name="Kind">The object's kind.</param>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Gone">Whether it is deleted; otherwise it still waits for something.</param>
/// <param name="Reason">Why it was let go, or what it waits for.</param>
/// <param name="Message">As a sentence.</param>
/// <param name="File">The file that declares the object, as it was named; <c>-</c> for standard input.</param>
/// <param name="Line">The object's first line in the file, from 1.</param>
internal sealed record DeleteItem(
    string Kind, string Namespace, string Name, bool Gone, string Reason, string Message, string File, int Line)
{
    /// <summary>The item of an object that is gone.</summary>
    public static DeleteItem OfGone(string kind, ObjectKey key, Parting parting, ManifestPlace place) =>
        new(kind, key.Namespace, key.Name, Gone: true, parting.Reason, parting.Message, place.File, place.Line);

    /// <summary>The item of an object that is still there.</summary>
    public static DeleteItem OfLeft(SessionRow row, ManifestPlace place)
    {
        // Who has not come to say what it waits for: its status is that of its life.
        var (reason, message) = row.Reason == Reasons.Synced ? (Reasons.WaitingForCloud, Kept) : (row.Reason, row.Message);
        return new DeleteItem(row.Kind, row.Key.Namespace, row.Key.Name, Gone: false, reason, message, place.File, place.Line);
    }

    private const string Kept =
        "A call of it may still be on its way, so its name is kept until lists would show what it made: two minutes at most.";
}

/// <summary>Totals of a <c>delete</c>.</summary>
/// <param name="Objects">Declared objects.</param>
/// <param name="Gone">Objects that are deleted.</param>
/// <param name="Writes">Writes that the cloud was asked for; repeats of one write count once.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="End">How it ended.</param>
internal sealed record DeleteSummary(int Objects, int Gone, long Writes, double Seconds, ApplyEnd End);
