using System.Text.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;

/// <summary>What a policy writes into a child is read back as the same, so that no later pass writes it again.</summary>
public class ChildRoundTripTests
{
    private static readonly string[] Two = ["eni-b", "eni-a"];

    public static TheoryData<string> Policies => [.. All.Keys];

    private static readonly Dictionary<string, TrafficMirrorPolicy> All = new()
    {
        ["plain"] = GivenPolicy.With(),
        ["prefix"] = GivenPolicy.Template(one => one with { NamePrefix = "ids of the shop" }),
        ["a prefix that looks like a child"] = GivenPolicy.Template(one => one with { NamePrefix = "shop-aaaaaa-1" }),
        ["tags"] = GivenPolicy.Template(one => one with { Tags = new Dictionary<string, string> { ["team"] = "sec", ["a"] = "" } }),
        ["no tags"] = GivenPolicy.Template(one => one with { Tags = new Dictionary<string, string>() }),
        ["group"] = GivenPolicy.Template(one => one with { ResourceGroupId = "rg-1" }),
        ["packets"] = GivenPolicy.Template(one => one with { PacketLength = 96 }),
        ["disabled"] = GivenPolicy.Template(one => one with { Enabled = false }),
        ["enabled"] = GivenPolicy.Template(one => one with { Enabled = true }),
        ["identifier"] = GivenPolicy.With(spec => spec with { Targets = [spec.Targets[0] with { VirtualNetworkId = 0 }] }),
        ["suspended"] = GivenPolicy.With(spec => spec with { Suspend = true, ManagementPolicy = ManagementPolicy.AddOnly }),
        ["not suspended"] = GivenPolicy.With(spec => spec with { Suspend = false, ManagementPolicy = ManagementPolicy.Sync }),
        ["add only"] = GivenPolicy.With(spec => spec with { ManagementPolicy = ManagementPolicy.AddOnly }),
        ["retain"] = GivenPolicy.With(spec => spec with { DeletionPolicy = null }),
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void P11_a_new_child_is_read_back_as_it_was_decided(string name)
    {
        var policy = All[name];
        var create = Create(policy);
        AssertSame(create.Spec, Read(ChildMaker.Make(policy, create, "SLB", hasSession: false)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void P11_a_changed_child_is_read_back_as_it_was_decided(string name)
    {
        var child = Stored(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        var spec = Create(All[name]).Spec with
        {
            Sources = Ids.Of("eni-c"), Priority = 101, Term = 4, RemoveFirst = Ids.Of("eni-b", "eni-a"),
        };
        var changed = ChildMaker.Change(child, All[name], spec);
        AssertSame(spec, Read(changed));
        AssertSame(spec with { RemoveFirst = Ids.None }, Read(ChildMaker.Change(changed, All[name], spec with { RemoveFirst = Ids.None })));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void P6_a_pass_after_the_first_writes_nothing_more(string name)
    {
        var policy = All[name];
        var child = Read(ChildMaker.Make(policy, Create(policy), "SLB", hasSession: false));
        Assert.Empty(Pass(policy, child).Writes);
    }

    [Fact]
    public void P9_each_change_of_the_template_is_one_write()
    {
        var child = Read(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        foreach (var name in new[] { "prefix", "tags", "packets", "disabled", "identifier", "retain" })
        {
            var patch = Assert.IsType<PatchChild>(Assert.Single(Pass(All[name], child).Writes));
            var made = Stored(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
            var changed = ChildMaker.Change(made, All[name], patch.Spec);
            Assert.Empty(Pass(All[name], Read(changed)).Writes);
        }
    }

    [Fact]
    public void P17_a_mode_is_copied_alone_and_read_back()
    {
        var child = Stored(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        foreach (var mode in Enum.GetValues<PolicyMode>())
        {
            var copied = ChildMaker.WithMode(child, mode);
            Assert.Equal(mode, Read(copied).Mode);
            Assert.Equal(child.Spec, copied.Spec with { Suspend = null, ManagementPolicy = null });
            Assert.Equal(PolicyMode.Sync, Read(ChildMaker.WithMode(copied, PolicyMode.Sync)).Mode);
        }
    }

    [Fact]
    public void P17_the_guard_of_a_child_never_holds_a_repack()
    {
        var safety = ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false).Spec.Safety!;
        Assert.Equal((true, new IntOrPercent(100, IsPercent: true)), (safety.AllowEmpty, safety.MaxRemovals));
    }

    [Fact]
    public void P16_a_child_names_its_policy_as_controller_and_has_none_of_its_labels()
    {
        var policy = All["plain"] with
        {
            Metadata = All["plain"].Metadata with
            {
                Labels = new Dictionary<string, string> { ["argocd.argoproj.io/instance"] = "shop" },
                Annotations = new Dictionary<string, string> { ["note"] = "x" },
            },
        };
        var child = ChildMaker.Make(policy, Create(policy), "SLB", hasSession: false);
        var owner = Assert.Single(child.Metadata.OwnerReferences!);
        Assert.Equal(("shop", "uid-policy", "TrafficMirrorPolicy"), (owner.Name, owner.Uid, owner.Kind));
        Assert.True(owner is { Controller: true, BlockOwnerDeletion: true });
        Assert.Equal([KeyValuePair.Create(ChildMaker.PolicyLabel, "shop")], child.Metadata.Labels);
        Assert.Equal([Annotations.Packed, Annotations.Term], child.Metadata.Annotations.Keys.Order());
        Assert.Same(owner, child.PolicyOwner());
    }

    [Fact]
    public void P16_a_child_whose_session_is_there_already_is_held_from_the_start()
    {
        var create = Create(All["plain"]);
        Assert.Empty(ChildMaker.Make(All["plain"], create, "SLB", hasSession: false).Metadata.Finalizers);
        Assert.Equal([Finalizers.Detach], ChildMaker.Make(All["plain"], create, "SLB", hasSession: true).Metadata.Finalizers);
        var closing = ChildMaker.Make(All["plain"], create with { IsClosing = true }, "SLB", hasSession: false);
        Assert.Equal([Finalizers.Detach], closing.Metadata.Finalizers);
        Assert.True(Read(closing).IsClosing);
    }

    [Theory]
    [InlineData(Annotations.Recreate)]
    [InlineData(Annotations.AcceptedSession)]
    public void P16_an_answer_on_the_policy_is_handed_down_once_and_one_on_the_child_stays(string name)
    {
        var made = Stored(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        var answered = Answered(All["plain"], name, "tms-1");
        var patch = Assert.IsType<PatchChild>(Assert.Single(Pass(answered, Read(made)).Writes));
        var changed = ChildMaker.Change(made, answered, patch.Spec);
        Assert.Equal("tms-1", changed.Metadata.Annotations[name]);
        Assert.Empty(Pass(answered, Read(changed)).Writes);
        Assert.Empty(Pass(All["plain"], Read(changed)).Writes);
        Assert.Equal("tms-1", ChildMaker.Change(changed, All["tags"], patch.Spec).Metadata.Annotations[name]);
        Assert.Single(Pass(Answered(All["plain"], name, "tms-2"), Read(changed)).Writes);
    }

    [Fact]
    public void P18_the_mark_of_closing_is_never_taken_back()
    {
        var closing = ChildMaker.Closing(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        Assert.True(Read(closing).IsClosing);
        Assert.True(Read(ChildMaker.Change(closing, All["tags"], Create(All["tags"]).Spec)).IsClosing);
        Assert.False(Read(closing).IsLasting);
    }

    [Fact]
    public void What_others_annotated_stays()
    {
        var child = Stored(ChildMaker.Make(All["plain"], Create(All["plain"]), "SLB", hasSession: false));
        child = child with
        {
            Metadata = child.Metadata with
            {
                Annotations = new Dictionary<string, string>(child.Metadata.Annotations) { [Annotations.Memory] = "kept" },
            },
        };
        Assert.Equal("kept", ChildMaker.Change(child, All["tags"], Create(All["tags"]).Spec).Metadata.Annotations[Annotations.Memory]);
    }

    [Fact]
    public void P11_a_list_of_thousands_of_ids_is_read_back_whole()
    {
        var create = Create(All["plain"]);
        var (sources, first) = (Ids.Of(Given.Ids(0, 5000)), Ids.Of(Given.Ids(5000, 500)));
        create = create with { Spec = create.Spec with { Sources = sources, RemoveFirst = first } };
        AssertSame(create.Spec, Read(ChildMaker.Make(All["plain"], create, "SLB", hasSession: false)));
    }

    private static TrafficMirrorPolicy Answered(TrafficMirrorPolicy policy, string name, string value) => policy with
    {
        Metadata = policy.Metadata with { Annotations = new Dictionary<string, string> { [name] = value } },
    };

    private static CreateChild Create(TrafficMirrorPolicy policy)
    {
        var declared = Declared(policy);
        var target = declared.Targets[0].Id;
        return new CreateChild(new ObjectKey("ids", ChildNames.Prefix("shop", target) + "1"), new ChildSpec
        {
            Sources = Ids.Of(Two), TargetId = target, Priority = 100, Shape = Shapes.Of(declared, target, null, null),
            DeletionPolicy = declared.DeletionPolicy, Mode = declared.Mode, Term = 3,
        }, IsClosing: false);
    }

    private static PackingPolicy Declared(TrafficMirrorPolicy policy) => DeclaredPacking.Of(policy, "tmf-all", null, CaptureState.Open);

    private static PackingResult Pass(TrafficMirrorPolicy policy, ChildState child)
    {
        var session = new ListedSession
        {
            Id = "tms-1", Child = child.Key, TargetId = child.TargetId, Priority = child.Priority, FilterId = "tmf-all",
            Sources = child.Sources, IsEnabled = child.Shape.IsEnabled,
        };
        var children = new Dictionary<ObjectKey, ChildState> { [child.Key] = child };
        return Packer.Pack(new PackingInput
        {
            Policy = Declared(policy), Term = 3, Interfaces = child.Sources.ToDictionary(id => id, _ => new SelectedInterface(null)),
            Departures = new Dictionary<string, Departure>(), EmptyForLong = new HashSet<ObjectKey>(), Children = [child],
            Listing = new RegionListing(new ListBasis(1, children), [session]), Memory = new PackingMemory(),
        });
    }

    /// <summary>As the API server would hand it out, with a version and a uid.</summary>
    private static TrafficMirrorSession Stored(TrafficMirrorSession child)
    {
        var type = SessionKind.Resource.Type;
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(child, type), type)!;
        return read with { Metadata = read.Metadata with { Uid = "uid-child", ResourceVersion = "7" } };
    }

    private static ChildState Read(TrafficMirrorSession child) => ChildReader.Read(Stored(child), null, Given.Now);

    private static void AssertSame(ChildSpec spec, ChildState child)
    {
        Assert.Equal(new ChildOwner("shop", "uid-policy"), child.Owner);
        Assert.Equal(
            (spec.TargetId, spec.Priority, spec.Shape, spec.DeletionPolicy, spec.Mode, spec.Term),
            (child.TargetId, child.Priority, child.Shape, child.DeletionPolicy, child.Mode, child.Term));
        Assert.Equal(spec.Sources.Order(), child.Sources.Order());
        Assert.Equal(spec.Sources.Order(), child.Packed!.Order());
        Assert.Equal(spec.RemoveFirst.Order(), child.RemoveFirst.Order());
        Assert.Equal(("uid-child", "7", false, false), (child.Uid, child.ResourceVersion, child.IsClosing, child.IsDeleting));
        Assert.Equal((null, null, false), (child.RefusedPriority, child.Operation, child.CannotTake));
    }
}
