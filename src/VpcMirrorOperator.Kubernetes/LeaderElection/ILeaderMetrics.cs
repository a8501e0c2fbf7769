namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// What a <see cref="LeaderElector"/> reports; the name that dashboards know is <c>leader_election_master_status{name}</c>.
/// </summary>
public interface ILeaderMetrics
{
    /// <summary>This process has begun or ceased to lead.</summary>
    /// <param name="leading">Whether it leads now.</param>
    void Leading(bool leading);

    /// <summary>A try to renew has failed and will be repeated within the deadline.</summary>
    void RenewFailed();
}
