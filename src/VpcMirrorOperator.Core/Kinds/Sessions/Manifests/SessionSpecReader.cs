using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Reads <c>spec</c> under the same rules as the CRD's schema.</summary>
internal static class SessionSpecReader
{
    private static readonly string[] Known =
    [
        "regionId", "trafficMirrorSessionId", "session", "sourceIds", "managementPolicy", "deletionPolicy", "suspend", "safety",
        "validateWithDryRun", "driftCheckInterval",
    ];

    public static TrafficMirrorSessionSpec Read(YamlMap map, ManifestErrors errors)
    {
        var reader = new MapReader(map, "spec", errors, Known);
        var safety = SafetyReader.Read(reader, errors);
        var id = ReadSession(reader);
        return new TrafficMirrorSessionSpec
        {
            RegionId = ReadRegion(reader),
            TrafficMirrorSessionId = id,
            Session = SessionDeclarationReader.Read(reader, creates: id is null, errors),
            // Before its first Create a session may wait for its sources; afterwards the guards hold (rule S6).
            SourceIds = SourceIdsReader.Read(reader, id is null || safety?.AllowEmpty == true, errors),
            ManagementPolicy = reader.Choice<ManagementPolicy>("managementPolicy"),
            DeletionPolicy = ReadDeletion(reader, creates: id is null),
            Suspend = reader.Boolean("suspend"),
            Safety = safety,
            ValidateWithDryRun = reader.Boolean("validateWithDryRun"),
            DriftCheckInterval = DriftIntervalReader.Read(reader),
        };
    }

    private static string ReadRegion(MapReader reader)
    {
        var region = reader.RequiredText("regionId", "Name the region of the session, for example cn-hangzhou.");
        if (region is not null && !IdPatterns.Region().IsMatch(region))
            reader.Wrong("regionId", $"\"{region}\" is not a region id", "Write the id, for example cn-hangzhou.");
        return region ?? "";
    }

    /// <summary>The id of an existing session; null when <c>session</c> declares one to be created, or when either is missing.</summary>
    private static string? ReadSession(MapReader reader)
    {
        const string field = "trafficMirrorSessionId";
        if (reader.Value(field) is null && reader.Value("session") is null)
            reader.Missing(field, "Name an existing session, tms-…, or declare one in session, which is then created.");
        var id = reader.Text(field);
        if (id is not null && !IdPatterns.Session().IsMatch(id))
            reader.Wrong(
                field, $"\"{id}\" is not a session id", "Write tms- and 1 to 60 lower-case letters and digits, as the console shows it.");
        return id;
    }

    private static DeletionPolicy? ReadDeletion(MapReader reader, bool creates)
    {
        var policy = reader.Choice<DeletionPolicy>("deletionPolicy");
        if (policy == DeletionPolicy.Delete && !creates)
            reader.Wrong(
                "deletionPolicy", "Delete is only for a session that the operator creates, and this one has an id",
                "Write Retain or Detach.");
        return policy;
    }
}
