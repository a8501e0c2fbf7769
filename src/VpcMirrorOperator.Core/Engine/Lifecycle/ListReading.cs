namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>A complete list, all pages of it.</summary>
/// <param name="Things">What it shows.</param>
/// <param name="ReadAt">When its first call was started: every part of it is at least as new.</param>
internal sealed record ListReading(IReadOnlyList<ListedMark> Things, DateTimeOffset ReadAt)
{
    /// <summary>What it shows under an id; null when it shows no such thing.</summary>
    public ListedMark? Find(string id) => Things.FirstOrDefault(thing => thing.Id == id);
}
