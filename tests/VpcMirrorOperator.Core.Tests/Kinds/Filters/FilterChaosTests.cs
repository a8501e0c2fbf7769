using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>
/// Random lives of a filter: two processes that take turns, crashes before and after what they write, calls that are lost on either way,
/// old
/// lists, somebody else's edits. No wanted rule may go missing by our hand, and in the end the rules are as declared (rule S14).
/// </summary>
public class FilterChaosTests(ITestOutputHelper output)
{
    private static readonly string[] Blocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/0", "10.1.0.0/16"];
    private static readonly FaultKind[] Faults =
        [FaultKind.DropAfterEffect, FaultKind.DropBeforeEffect, FaultKind.ErrorAfterEffect, FaultKind.Conflict, FaultKind.Busy,
            FaultKind.Throttle];

    private static readonly string[] Writes =
        ["CreateTrafficMirrorFilterRules", "UpdateTrafficMirrorFilterRuleAttribute", "DeleteTrafficMirrorFilterRules"];

    [Fact]
    public void S14_no_wanted_rule_goes_missing_whatever_fails_and_the_end_is_as_declared()
    {
        var failures = new List<string>();
        var seeds = Enumerable.Range(Fuzz.Number("FUZZ_SEED", 1), Fuzz.Number("FUZZ_RUNS", 40)).ToList();
        foreach (var seed in seeds)
            if (new Life(seed).Run() is { } failure) failures.Add($"seed {seed}: {failure}");
        output.WriteLine($"{seeds.Count} seeds");
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(5)));
    }

    private sealed class Life
    {
        private readonly Random _random;
        private readonly FilterRig _rig;
        private readonly FilterReconciler[] _processes = new FilterReconciler[2];
        private readonly HashSet<RuleContent> _there = [];
        private int _restarts;
        private long _openBefore;
        private bool _crashes = true;

        public Life(int seed)
        {
            _random = new Random(seed);
            var settings = new EmulatorSettings
            {
                StaleAfterWrite = TimeSpan.FromSeconds(_random.Next(3) * 15), ModifyDuration = TimeSpan.FromSeconds(_random.Next(6)),
            };
            _rig = new FilterRig(
                FilterRig.Spec(Rules()), Seeds(), settings: settings, wrap: cloud => new DyingHandler(cloud, this));
            for (var i = 0; i < 2; i++) Restart(i);
            _rig.Store.BeforeWrite = _ => Dies(.03) ? throw new InvalidOperationException("died before a status was written")
                : Task.CompletedTask;
        }

        public string? Run()
        {
            for (var step = 0; step < 70; step++)
            {
                if (Step() is { } failure) return $"step {step}: {failure}";
                if (Look() is { } missing) return $"step {step}: {missing}";
            }

            _crashes = false;
            _rig.Cloud.Faults.Clear();
            _rig.Reconciler = _processes[0];
            for (var quiet = 0; quiet < 400; quiet++)
            {
                Reconcile();
                if (Look() is { } missing) return $"quiet: {missing}";
                if (IsAsDeclared()) return null;
                _rig.Thread.Pass(TimeSpan.FromSeconds(5));
            }

            return $"not as declared: {_rig.Ready.Reason}: {_rig.Ready.Message}; {string.Join(", ", _rig.Rules())}";
        }

        private string? Step()
        {
            switch (_random.Next(20))
            {
                case 0:
                    Restart(_random.Next(2));
                    break;
                case 1:
                    _rig.Cloud.Faults.Add(new FaultRule
                    {
                        Kind = Faults[_random.Next(Faults.Length)], Times = 1, Action = Writes[_random.Next(Writes.Length)],
                    });
                    break;
                case 2 when _random.Next(3) == 0:
                    ChangedByOthers();
                    _rig.Edit(spec => spec with { IngressRules = Rules() });
                    break;
                case 3 when _random.Next(3) == 0:
                    ChangedByOthers();
                    EditByAnother();
                    // Until it is carried out, and shown.
                    _rig.Thread.Pass(TimeSpan.FromSeconds(40));
                    break;
                default:
                    _rig.Reconciler = _processes[_random.Next(2)];
                    Reconcile();
                    break;
            }

            _rig.Thread.Pass(TimeSpan.FromSeconds(_random.Next(4) switch { 0 => 30, 1 => 5, _ => 1 }));
            return null;
        }

        /// <summary>What is wanted and was there since the last change by others must still be there.</summary>
        private string? Look()
        {
            var now = _rig.Rules().Select(rule => rule.Content!.Value).ToHashSet();
            var wanted = _rig.Store.Find(FilterRig.Key)!.Spec.IngressRules!.Select(rule => rule.Content()).ToHashSet();
            if (_there.FirstOrDefault(content => wanted.Contains(content) && !now.Contains(content)) is var lost && lost != default)
                return $"MISSING {lost}; there are {string.Join(", ", _rig.Rules())}";
            if (_rig.Store.Find(FilterRig.Key)!.Status?.Operation is not { } open || open.Sequence > _openBefore)
                _there.UnionWith(now.Intersect(wanted));
            return null;
        }

        /// <summary>A call that left before is not to be judged by what is wanted now.</summary>
        private void ChangedByOthers()
        {
            _there.Clear();
            _openBefore = _rig.Store.Find(FilterRig.Key)!.Status?.Operation?.Sequence ?? 0;
        }

        private void Reconcile()
        {
            try
            {
                _rig.Reconcile();
            }
            catch (InvalidOperationException)
            {
                // Dead. Another process of that name takes over.
                for (var i = 0; i < 2; i++)
                    if (ReferenceEquals(_rig.Reconciler, _processes[i])) Restart(i);
                if (!_processes.Contains(_rig.Reconciler)) _rig.Reconciler = _processes[0];
            }
        }

        private bool IsAsDeclared()
        {
            var declared = _rig.Store.Find(FilterRig.Key)!.Spec.IngressRules!.OrderBy(rule => rule.Priority)
                .Select(rule => (rule.Priority, (RuleContent?)rule.Content()));
            return _rig.Status?.Operation is null && _rig.Rules().SequenceEqual(declared)
                && _rig.Ready.Status == Kubernetes.Model.ConditionStatus.True;
        }

        private bool Dies(double chance) => _crashes && _random.NextDouble() < chance;

        private void Restart(int process) => _processes[process] = _rig.Process($"p{process}-{++_restarts}");

        private RuleSpec[] Rules() => [.. Enumerable.Range(1, 7).Where(_ => _random.Next(2) == 0).Select(number => new RuleSpec
        {
            Priority = number * 10,
            Action = _random.Next(3) == 0 ? RuleAction.Drop : RuleAction.Accept,
            SourceCidrBlock = Blocks[_random.Next(Blocks.Length)],
            Protocol = (RuleProtocol)_random.Next(4),
        })];

        private List<RuleSeed> Seeds() => [.. Rules().Select((rule, i) => FilterRig.Seed(rule.Priority, rule.SourceCidrBlock!) with
        {
            Id = $"tmr-s{i}", Action = rule.Action == RuleAction.Drop ? Emulator.Filters.RuleAction.Drop
                : Emulator.Filters.RuleAction.Accept,
        })];

        private void EditByAnother() => _rig.Foreign(async client =>
        {
            var list = await new VpcMirrorOperator.Cloud.FilterLister(client, Given.Region).ListAsync(CancellationToken.None);
            var rules = list.Find(FilterRig.FilterId)!.Rules;
            try
            {
                if (rules.Count > 0 && _random.Next(2) == 0)
                    await client.SendAsync(
                        new DeleteTrafficMirrorFilterRulesRequest
                        {
                            RegionId = Given.Region, TrafficMirrorFilterId = FilterRig.FilterId, TrafficMirrorFilterRuleIds = [rules[0].Id],
                        }, CancellationToken.None);
                else
                    await client.SendAsync(
                        new CreateTrafficMirrorFilterRulesRequest
                        {
                            RegionId = Given.Region, TrafficMirrorFilterId = FilterRig.FilterId,
                            IngressRules =
                            [
                                new NewFilterRule
                                {
                                    Priority = _random.Next(1, 90), Action = "drop", Protocol = "ALL", SourceCidrBlock = "0.0.0.0/0",
                                    DestinationCidrBlock = "0.0.0.0/0",
                                },
                            ],
                        }, CancellationToken.None);
            }
            catch (VpcMirrorOperator.AlibabaCloud.Errors.CloudException)
            {
                // Refused: another change is under way.
            }

            return true;
        });

        /// <summary>The process dies before a call leaves, or after it arrived.</summary>
        private sealed class DyingHandler(HttpMessageHandler cloud, Life life) : DelegatingHandler(cloud)
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (life.Dies(.02)) throw new InvalidOperationException("died before a call");
                var answer = await base.SendAsync(request, cancellationToken);
                return life.Dies(.02) ? throw new InvalidOperationException("died after a call") : answer;
            }
        }
    }
}
