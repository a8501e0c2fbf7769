namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>What happens to a world: failures of processes and network, people, other writers.</summary>
internal sealed class LifecycleEvents(SimObject template)
{
    private const string Key = "a";
    private SimStatus? _backup;

    public void Happen(LifecycleWorld world, string name)
    {
        if (!OfProcesses(world, name) && !OfObjects(world, name)) OfCloud(world, name);
    }

    private static bool OfProcesses(LifecycleWorld world, string name)
    {
        switch (name)
        {
            case "crash":
                world.Processes.Clear();
                world.Start();
                break;
            case "failover":
                foreach (var process in world.Processes) process.Until = Math.Min(process.Until, world.Now + 3);
                world.Start();
                break;
            case "down":
                world.Processes.Clear();
                break;
            case "up":
                world.Processes.Clear();
                world.Start();
                break;
            case "loseReply" or "loseFirst":
                world.Trouble.LosesReply = true;
                break;
            case "loseRequest":
                world.Trouble.LosesRequest = true;
                break;
            case "slowRequest" or "slowFirst":
                world.Trouble.SlowsRequest = true;
                break;
            default:
                return false;
        }
        return true;
    }

    private bool OfObjects(LifecycleWorld world, string name)
    {
        switch (name)
        {
            case "edit":
                world.Edit(Key, a => a with { Wish = $"{10 + world.Random.Next(3)}" });
                break;
            case "bad":
                world.Edit(Key, a => a with { Wish = "bad" });
                break;
            case "delete":
                world.Edit(Key, a => a with { IsDeleted = true });
                break;
            case "again":
                if (!world.Objects.ContainsKey(Key)) world.Add(template);
                break;
            case "statusLost":
                world.Edit(Key, a => a with { Status = new SimStatus() });
                break;
            case "backup":
                _backup = world.Objects.GetValueOrDefault(Key)?.Status;
                break;
            case "restore":
                if (_backup is { } status) world.Edit(Key, a => a with { Status = status });
                break;
            case "move":
                Move(world);
                break;
            case "claim":
                Claim(world);
                break;
            case "unclaim":
                world.Edit("c", c => c with { IsDeleted = true });
                break;
            case "kindGoes":
                (world.Trouble.KindIsGoing, world.Trouble.KindGoesAt) = (true, world.Now);
                foreach (var key in world.Objects.Keys.ToList()) world.Edit(key, o => o with { IsDeleted = true });
                break;
            default:
                return false;
        }
        return true;
    }

    /// <summary>A backup tool copies the object, its status with it, under another name.</summary>
    private static void Move(LifecycleWorld world)
    {
        if (world.Objects.GetValueOrDefault(Key) is not { } a || world.Objects.ContainsKey("m")) return;
        world.Add(a with { Key = "m", IsDeleted = false });
        world.Edit("m", m => m with { Status = new SimStatus { Id = a.Status.Id } });
    }

    private static void Claim(LifecycleWorld world)
    {
        var made = world.Cloud.Things.Values.FirstOrDefault(thing => thing.Maker == Key && thing.IsOurs);
        if (made is not null && !world.Objects.ContainsKey("c")) world.Add(new SimObject("c", 0, 0) { NamedId = made.Id });
    }

    private static void OfCloud(LifecycleWorld world, string name)
    {
        var mine = world.Cloud.Things.Values.Where(thing => thing.Maker == Key && thing.IsOurs).ToList();
        switch (name)
        {
            case "handDelete":
                foreach (var thing in mine) world.Cloud.Things.Remove(thing.Id);
                break;
            case "strip":
                foreach (var thing in mine) world.Cloud.Things[thing.Id] = thing with { CreatedBy = null, Owner = null };
                world.Truth.Excused.UnionWith(mine.Select(thing => thing.Id));
                break;
            case "copy":
                if (mine is [var one, ..]) world.Cloud.New(false, null, world.Now, one.CreatedBy, one.Owner);
                break;
            case "lock":
                world.Cloud.IsOverdue = true;
                foreach (var thing in world.Cloud.Things.Values.ToList()) world.Cloud.Things[thing.Id] = thing with { IsLocked = true };
                break;
            case "pay":
                world.Cloud.IsOverdue = false;
                foreach (var thing in world.Cloud.Things.Values.ToList()) world.Cloud.Things[thing.Id] = thing with { IsLocked = false };
                break;
            case "arrearsDelete":
                foreach (var thing in world.Cloud.Things.Values.Where(thing => thing.IsLocked).ToList())
                {
                    world.Cloud.Things.Remove(thing.Id);
                    world.Cloud.DeletedInArrears.Add((thing.Maker!, thing.Id));
                }
                break;
            default:
                throw new ArgumentException(name, nameof(name));
        }
    }
}
