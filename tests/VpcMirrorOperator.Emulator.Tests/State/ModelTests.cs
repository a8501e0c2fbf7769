namespace VpcMirrorOperator.Emulator.Tests.State;

/// <summary>Random calls at random times, against the simplest description of what must come of them.</summary>
public class ModelTests
{
    [Fact]
    public void A_session_is_always_what_its_executed_calls_make_it()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var failure = Record.Exception(() => RunOne(seed));
            Assert.True(failure is null, $"random seed {seed}: {failure}");
        }
    }

    private static void RunOne(int seed)
    {
        var random = new Random(seed);
        var applyAt = random.Next(2) == 0 ? "start" : "end";
        var stage = new Stage($"applyAt: {applyAt}, staleAfterWrite: {random.Next(3)}s, modifyJitter: {random.Next(3)}s", randomSeed: seed);
        var model = new SortedSet<string>(["eni-1", "eni-2"], StringComparer.Ordinal);
        var before = model.ToArray();
        for (var step = 0; step < 40; step++)
        {
            var ids = Stage.Ids(random.Next(1, 4), random.Next(1, 8));
            var add = random.Next(2) == 0;
            var free = stage.State.Status == SessionStatus.Created;
            if (free) Assert.Equal(model, stage.State.Sources);
            var answer = add ? stage.Add(ids) : stage.Remove(ids);
            Assert.Equal(Expected(free, add, ids, model), answer.Code);
            if (answer.Code == "OK")
            {
                before = [.. model];
                if (add) model.UnionWith(ids);
                else model.ExceptWith(ids);
            }

            var listed = stage.ListedSources;
            var isStale = stage.State.Pending is not null && listed.SequenceEqual(before);
            Assert.True(listed.SequenceEqual(model) || isStale, "neither before nor after");
            stage.Pass(random.NextDouble() * 4);
        }

        Assert.Equal(model, stage.Emulator.Export(settle: true).Accounts[0].Regions[0].Sessions[0].Sources);
    }

    private static string Expected(bool free, bool add, string[] ids, SortedSet<string> model)
    {
        if (!free) return "IncorrectStatus.TrafficMirrorSession";
        if (add) return ids.Any(model.Contains) ? "ResourceAlreadyAssociated.TrafficMirrorSource" : "OK";
        return ids.All(model.Contains) ? "OK" : "ResourceNotAssociated.TrafficMirrorSource";
    }
}
