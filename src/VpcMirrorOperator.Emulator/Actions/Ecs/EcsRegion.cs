using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>The region that a call of ECS is about.</summary>
internal static class EcsRegion
{
    internal static (EmulatedRegion? Region, ApiError? Error) Find(ApiCall call) =>
        call.RegionId.Length > 0 && !SeedPatterns.Region.IsMatch(call.RegionId) ? (null, EcsErrors.RegionMalformed) : call.FindRegion();

    /// <summary>The region's interfaces, by id; none where it declares none.</summary>
    internal static IEnumerable<EmulatedInterface> Interfaces(this EmulatedRegion region) => region.Interfaces?.All ?? [];
}
