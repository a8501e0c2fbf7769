using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class ConditionsTests
{
    private static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset T1 = T0.AddMinutes(5);

    [Fact]
    public void Transition_time_moves_only_with_the_status()
    {
        var list = Conditions.Set([], Make("Ready", ConditionStatus.False, "Modifying"), T0);
        list = Conditions.Set(list, Make("Ready", ConditionStatus.False, "Throttled"), T1);
        Assert.Equal((T0, "Throttled"), (list[0].LastTransitionTime, list[0].Reason));
        list = Conditions.Set(list, Make("Ready", ConditionStatus.True, "InSync"), T1);
        Assert.Equal(T1, list[0].LastTransitionTime);
    }

    [Fact]
    public void Setting_what_is_already_so_returns_the_same_list()
    {
        var list = Conditions.Set([], Make("Ready", ConditionStatus.True, "InSync"), T0);
        Assert.Same(list, Conditions.Set(list, Make("Ready", ConditionStatus.True, "InSync"), T1));
        Assert.Same(list, Conditions.Remove(list, "Stalled"));
    }

    [Fact]
    public void Order_is_kept_when_one_changes_or_goes()
    {
        IReadOnlyList<Condition> list = [];
        foreach (var type in (string[])["Ready", "Reconciling", "Paused"])
            list = Conditions.Set(list, Make(type, ConditionStatus.True, "A"), T0);
        list = Conditions.Set(list, Make("Reconciling", ConditionStatus.False, "B"), T1);
        Assert.Equal(["Ready", "Reconciling", "Paused"], list.Select(c => c.Type));
        Assert.Equal(["Ready", "Paused"], Conditions.Remove(list, "Reconciling").Select(c => c.Type));
    }

    [Fact]
    public void Transition_time_has_whole_seconds_so_that_it_survives_the_api_server()
    {
        var list = Conditions.Set([], Make("Ready", ConditionStatus.True, "InSync"), T0.AddMilliseconds(999));
        Assert.Equal(T0, list[0].LastTransitionTime);
    }

    [Fact]
    public void Only_a_present_true_condition_is_true()
    {
        IReadOnlyList<Condition> list = [Make("A", ConditionStatus.True, ""), Make("B", ConditionStatus.Unknown, "")];
        Assert.True(Conditions.IsTrue(list, "A"));
        Assert.False(Conditions.IsTrue(list, "B"));
        Assert.False(Conditions.IsTrue(list, "C"));
        Assert.Null(Conditions.Find(list, "C"));
        Assert.Same(list[1], Conditions.Find(list, "B"));
    }

    private static Condition Make(string type, ConditionStatus status, string reason) =>
        new() { Type = type, Status = status, Reason = reason };
}
