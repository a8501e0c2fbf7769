using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Planning, carrying out and planning again reaches the declared state in the fewest writes, without a gap.</summary>
public class ConvergenceProperties
{
    private static readonly Gen<string[]> Set = Gen.Int[1, 80].HashSet[0, 80].Select(set => set.Select(Given.Id).ToArray());

    [Fact]
    public void A_change_takes_exactly_as_many_writes_as_its_batches() =>
        Gen.Select(Set, Set, Gen.OneOf(1, 7, 10, 100)).Sample((desired, actual, size) =>
        {
            var (adds, removes) = (desired.Except(actual).Count(), actual.Except(desired).Count());
            var (end, writes) = Converge(desired, actual, size, SessionMemory.Empty);
            Assert.Equal(Divide(adds, size) + Divide(removes, 10), writes.Count);
            Assert.True(end.SetEquals(desired));
        });

    [Fact]
    public void No_source_that_stays_and_no_number_of_sources_is_ever_missed_in_between() =>
        Gen.Select(Set, Set, Gen.OneOf(1, 7, 10, 100)).Sample((desired, actual, size) =>
        {
            var fewest = Math.Min(actual.Length, desired.Length);
            var now = actual.ToHashSet();
            foreach (var operation in Converge(desired, actual, size, SessionMemory.Empty).Writes)
            {
                Apply(now, operation);
                Assert.Empty(desired.Intersect(actual).Except(now));
                Assert.True(now.Count >= fewest);
            }
        });

    [Fact]
    public void A_full_session_converges_too_and_never_exceeds_its_capacity() =>
        Gen.Select(Set, Set, Gen.Int[0, 10]).Where((desired, actual, _) => desired.Length > 0).Sample((desired, actual, spare) =>
        {
            var capacity = Math.Max(desired.Length, actual.Length) + spare;
            var memory = SessionMemory.Empty with { Trials = new() { Capacity = capacity, CapacityUntil = DateTimeOffset.MaxValue } };
            var now = actual.ToHashSet();
            var (end, writes) = Converge(desired, actual, 10, memory);
            foreach (var operation in writes)
            {
                Apply(now, operation);
                Assert.True(now.Count <= capacity);
            }
            Assert.True(end.SetEquals(desired));
        });

    private static (HashSet<string> End, List<OperationState> Writes) Converge(
        string[] desired, string[] actual, int size, SessionMemory memory)
    {
        var now = actual.ToHashSet();
        var writes = new List<OperationState>();
        var status = new TrafficMirrorSessionStatus();
        while (true)
        {
            var declared =
                Given.Declared(desired, spec => spec with { Safety = spec.Safety! with { AllowEmpty = true } }) with { Status = status };
            var input = Given.Input(declared, Given.Session(now)) with { AddBatchSize = size, Memory = memory };
            if (input.Plan().Decision is not Decision.Write<OperationState> write)
            {
                Assert.IsType<Decision.Done>(input.Plan().Decision);
                return (now, writes);
            }
            Assert.True(writes.Count < 500);
            writes.Add(write.Operation);
            status = new TrafficMirrorSessionStatus
            {
                Operation = write.Operation with { AcceptedAt = Given.Now }, OperationSequence = write.Operation.Sequence,
                Session = input.Observed!.State,
            };
            Apply(now, write.Operation);
        }
    }

    private static void Apply(HashSet<string> sources, OperationState operation)
    {
        if (operation.Verb == OperationVerb.Add) sources.UnionWith(operation.Ids);
        else sources.ExceptWith(operation.Ids);
    }

    private static int Divide(int count, int size) => (count + size - 1) / size;
}
