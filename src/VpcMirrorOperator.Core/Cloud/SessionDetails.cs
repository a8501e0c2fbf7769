using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>What only those who declare a session, or create it, want to know of it. Not kept of any other.</summary>
internal sealed class SessionDetails : IEquatable<SessionDetails>
{
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);

    /// <summary>The name; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The description; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The tags that the list showed.</summary>
    public IReadOnlyDictionary<string, string> Tags => _tags;

    /// <summary>The details of a listed session.</summary>
    /// <param name="listed">As listed. What it does not say counts as empty.</param>
    public static SessionDetails Of(ListedTrafficMirrorSession listed)
    {
        var details = new SessionDetails
        {
            Name = listed.TrafficMirrorSessionName ?? "", Description = listed.TrafficMirrorSessionDescription ?? "",
        };
        for (var i = 0; i < (listed.Tags?.Count ?? 0); i++)
            if (listed.Tags![i] is { Key: { } key, Value: var value }) details._tags[key] = value ?? "";
        return details;
    }

    /// <inheritdoc/>
    public bool Equals(SessionDetails? other) => other is not null
        && Name == other.Name && Description == other.Description && _tags.SequenceEqual(other._tags);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SessionDetails);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Description, _tags.Count);
}
