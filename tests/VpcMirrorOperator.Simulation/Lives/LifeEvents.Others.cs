using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What others do, and the account.</summary>
internal sealed partial class LifeEvents
{
    private void Foreign(Action<string> act)
    {
        var made = _world.Truth.Made.ToList();
        if (made.Count > 0) act(made[_random.Next(made.Count)].Id);
    }

    private void TakePriority() => _else.TakePriority(_random.Next(10, 14));

    private void ChangeKnown()
    {
        if (_world.Truth.Session(LifeCloud.SessionId) is not null) _else.ChangeSession(LifeCloud.SessionId);
    }

    private void ChangeRules()
    {
        var filters = _world.Truth.Region.Filters;
        if (filters.Count > 0) _else.ChangeRules(filters[_random.Next(filters.Count)].Id);
    }

    private void Lock()
    {
        if (_isOverdue || _random.Next(3) > 0) return;
        _isOverdue = true;
        Note("payment is overdue");
        _world.Cloud.SetOverdue(LifeCloud.Account, true);
    }

    private void Pay()
    {
        if (!_isOverdue || _random.Next(3) > 0) return;
        _isOverdue = false;
        Note("pays");
        _world.Cloud.SetOverdue(LifeCloud.Account, false);
    }

    private void RecreateAnnotation()
    {
        foreach (var one in _world.Sessions.Objects.Where(one => one.SessionId() is not null).ToList())
            if (_random.Next(4) == 0) _world.Sessions.Annotate(one.Key(), Annotations.Recreate, one.SessionId()!);
    }
}
