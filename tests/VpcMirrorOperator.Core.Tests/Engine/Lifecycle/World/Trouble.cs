namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>What happens to the next call, and whether the kind is being deleted.</summary>
internal sealed class Trouble
{
    public bool LosesRequest { get; set; }

    public bool LosesReply { get; set; }

    public bool SlowsRequest { get; set; }

    public bool KindIsGoing { get; set; }

    public int KindGoesAt { get; set; }

    public bool TakeLostRequest()
    {
        var loses = LosesRequest;
        LosesRequest = false;
        return loses;
    }

    public bool TakeLostReply()
    {
        var loses = LosesReply;
        LosesReply = false;
        return loses;
    }

    public bool TakeSlowRequest()
    {
        var slows = SlowsRequest;
        SlowsRequest = false;
        return slows;
    }
}
