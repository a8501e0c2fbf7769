using System.Collections;
using System.Globalization;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Core.Tests.Manifests;

/// <summary>The work of reading a manifest grows with its size, and no faster.</summary>
public class ManyAnnotationsTests
{
    private const int Count = 30_000;

    [Theory]
    [InlineData("annotations")]
    [InlineData("labels")]
    public void Each_of_many_entries_is_looked_at_a_few_times(string field)
    {
        var entries = new CountedEntries(Count);
        var errors = new List<ManifestError>();
        var map = new YamlMap(default, [new YamlEntry(field, default, new YamlMap(default, entries))]);

        var metadata = MetadataReader.Read(map, new ManifestErrors("m.yaml", errors, []));

        Assert.Equal(Count, (field == "labels" ? metadata.Labels : metadata.Annotations).Count);
        Assert.Equal("name", Assert.Single(errors).Field.Split('.')[1]);
        Assert.InRange(entries.Looks, Count, 10L * Count);
    }

    /// <summary>Entries that count how often one of them is handed out.</summary>
    private sealed class CountedEntries(int count) : IReadOnlyList<YamlEntry>
    {
        private readonly YamlEntry[] _entries =
            [.. Enumerable.Range(0, count).Select(i => new YamlEntry(
                i.ToString(CultureInfo.InvariantCulture), default, new YamlScalar(default, "text", IsPlain: true)))];

        public long Looks { get; private set; }

        public int Count => _entries.Length;

        public YamlEntry this[int index]
        {
            get
            {
                Looks++;
                return _entries[index];
            }
        }

        public IEnumerator<YamlEntry> GetEnumerator()
        {
            for (var i = 0; i < _entries.Length; i++) yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
