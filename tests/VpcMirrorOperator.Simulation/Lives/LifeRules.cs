namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// What no interleaving may break, checked when an intent is stored and when a call arrives, against the truth of store and cloud.
/// </summary>
internal sealed class LifeRules
{
    private readonly LifeWorld _world;
    private readonly OneForOneRules _oneForOne;
    private readonly RightRules _rights;
    private readonly CallRules _calls;
    private readonly KeptRuleRules _keptRules;
    private readonly FilterUseRules _filterUse;
    private readonly OneCallRules _oneCall;

    public LifeRules(LifeWorld world)
    {
        _world = world;
        _oneForOne = new OneForOneRules(world);
        _rights = new RightRules(world);
        _calls = new CallRules(world);
        _keptRules = new KeptRuleRules(world);
        _filterUse = new FilterUseRules(world);
        _oneCall = new OneCallRules(world);
        _ = new RecreationRules(world);
    }

    /// <summary>Writes that arrived.</summary>
    public int Writes { get; private set; }

    public void BeforeWrite(LifeCall call)
    {
        Writes++;
        var intent = _world.Intents.Find(call);
        _world.Require(intent is not null, $"{call.Action} of {call.Target} without a stored intent");
        _calls.Check(call, intent!);
        _rights.Check(call, intent!);
        _oneForOne.BeforeWrite(call);
        _keptRules.Check();
        _filterUse.Follow();
    }

    public void AfterWrite(LifeCall call)
    {
        _oneForOne.AfterWrite(call, _world.Intents.Find(call)!);
        _oneCall.AfterWrite(_world.Intents.Find(call)!);
        _keptRules.Check();
        _filterUse.Follow();
    }
}
