using CsCheck;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>Properties of one pass over random small worlds (rule P6).</summary>
public class PackingProperties
{
    private static readonly Gen<Small> Worlds = Gen.Select(
        Gen.Int[1, 3], Gen.Int[0, 5], Gen.Select(Gen.Int[1, 2], Gen.Int[0, 3]).Array[0, 3], Gen.Int[0, 6].Array[1, 3], Gen.Int[0, 3],
        (size, fresh, children, targets, numbers) => new Small(size, fresh, children, targets, numbers));

    [Fact]
    public void A_pass_makes_no_more_writes_than_an_exhaustive_search_finds() => Worlds.Sample(
        small =>
        {
            var result = small.Given().Pack();
            var (creates, patches) = (result.Writes.OfType<CreateChild>().ToList(), result.Writes.OfType<PatchChild>().ToList());
            var placed = creates.Sum(c => c.Spec.Sources.Count) + patches.Sum(p => p.Spec.Sources.Count - p.Old.Sources.Count);
            Assert.Equal(FewestWrites.Of(small), (-placed, creates.Count, patches.Count));
            Assert.Equal(small.Fresh - placed, result.Reasons.Count);
        },
        iter: 3000);

    [Fact]
    public void No_quota_is_exceeded() => Worlds.Sample(
        small =>
        {
            var given = small.Given();
            var result = given.Pack();
            foreach (var target in given.Policy.Targets)
            {
                var (had, added) = (given.Children.Where(c => c.TargetId == target.Id).Sum(c => c.Sources.Count), Added(result, target.Id));
                Assert.True(added == 0 || had + added <= target.Capacity);
            }

            Assert.DoesNotContain(result.Writes.OfType<CreateChild>(), create => create.Spec.Sources.Count > small.Size);
            Assert.DoesNotContain(result.Writes.OfType<PatchChild>(), patch => patch.Spec.Sources.Count > small.Size);
        },
        iter: 1000);

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Gen.Select(Worlds, Gen.Int[0, 1000]).Sample(
        (small, seed) =>
        {
            var (given, random) = (small.Given(), new Random(seed));
            var first = Texts(given.Pack());
            var shuffled = given.Input with
            {
                Children = [.. given.Children.OrderBy(_ => random.Next())],
                Interfaces = given.Interfaces.OrderBy(_ => random.Next()).ToDictionary(),
                Listing = given.Input.Listing with { Sessions = [.. given.Sessions.OrderBy(_ => random.Next())] },
            };
            Assert.Equal(first, Texts(Packer.Pack(shuffled)));
        },
        iter: 500);

    private static int Added(PackingResult result, string target) =>
        result.Writes.OfType<CreateChild>().Where(c => c.Spec.TargetId == target).Sum(c => c.Spec.Sources.Count)
        + result.Writes.OfType<PatchChild>().Where(p => p.Spec.TargetId == target).Sum(p => p.Spec.Sources.Count - p.Old.Sources.Count);

    private static IEnumerable<string> Texts(PackingResult result) =>
    [
        .. result.Writes.Select(write => write switch
        {
            CreateChild create => $"+ {create.Key} {create.Spec.Priority} {string.Join(' ', create.Spec.Sources.Order())}",
            PatchChild patch => $"~ {patch.Key} {string.Join(' ', patch.Spec.Sources.Order())}",
            _ => $"{write}",
        }),
        .. result.Reasons.Select(reason => $"{reason}"),
    ];
}
