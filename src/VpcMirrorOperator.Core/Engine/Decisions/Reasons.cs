namespace VpcMirrorOperator.Engine.Decisions;

/// <summary>Condition reasons: stable words that alerts and scripts may match. Listed with cause and remedy in docs/reasons.md.</summary>
internal static class Reasons
{
    /// <summary>Desired sources are mirrored.</summary>
    public const string Synced = "Synced";

    /// <summary>An add call is being made.</summary>
    public const string AddingSources = "AddingSources";

    /// <summary>A remove call is being made.</summary>
    public const string RemovingSources = "RemovingSources";

    /// <summary>The session is being created.</summary>
    public const string CreatingSession = "CreatingSession";

    /// <summary>The session that the object created is being deleted with it.</summary>
    public const string DeletingSession = "DeletingSession";

    /// <summary>The filter is being created.</summary>
    public const string CreatingFilter = "CreatingFilter";

    /// <summary>The filter that the object created is being deleted with it.</summary>
    public const string DeletingFilter = "DeletingFilter";

    /// <summary>The filter that the object created is deleted (event).</summary>
    public const string FilterDeleted = "FilterDeleted";

    /// <summary>A filter that the object may have created before is looked for.</summary>
    public const string LookingForFilter = "LookingForFilter";

    /// <summary>A filter that carries the object's mark was found, and is the object's again.</summary>
    public const string FilterTakenBack = "FilterTakenBack";

    /// <summary>Several filters carry the object's mark.</summary>
    public const string SeveralFilters = "SeveralFilters";

    /// <summary>Sessions use the filter, so that it cannot be deleted.</summary>
    public const string FilterInUse = "FilterInUse";

    /// <summary>Name, description or tags of the filter are being written.</summary>
    public const string UpdatingFilter = "UpdatingFilter";

    /// <summary>The session that the object created is deleted (event).</summary>
    public const string SessionDeleted = "SessionDeleted";

    /// <summary>A session that the object may have created before is looked for.</summary>
    public const string LookingForSession = "LookingForSession";

    /// <summary>A session that carries the object's mark is taken back.</summary>
    public const string SessionTakenBack = "SessionTakenBack";

    /// <summary>Several sessions carry the object's mark.</summary>
    public const string SeveralSessions = "SeveralSessions";

    /// <summary>The session vanished while the account was locked.</summary>
    public const string VanishedInArrears = "VanishedInArrears";

    /// <summary>A session is created with a source at least, and none is declared.</summary>
    public const string NoSources = "NoSources";

    /// <summary>What a creation needs is not declared.</summary>
    public const string SpecIncomplete = "SpecIncomplete";

    /// <summary>Attributes of the session are being written.</summary>
    public const string UpdatingSession = "UpdatingSession";

    /// <summary>Another session holds the declared priority.</summary>
    public const string PriorityConflict = "PriorityConflict";

    /// <summary>
    /// Attributes of the session are not as declared, and the policy does not let them be written, or the cloud accepts them to no effect.
    /// </summary>
    public const string AttributesDiffer = "AttributesDiffer";

    /// <summary>The session is full: sources are removed only to make room for the next add.</summary>
    public const string MakingRoom = "MakingRoom";

    /// <summary>The cloud carries out our write.</summary>
    public const string WaitingForCloud = "WaitingForCloud";

    /// <summary>The session is being created or changed by somebody else.</summary>
    public const string SessionBusy = "SessionBusy";

    /// <summary>Another process recorded a write whose call may still be on its way.</summary>
    public const string WaitingForOtherProcess = "WaitingForOtherProcess";

    /// <summary>Another object that names the session recorded a write whose call may still be on its way.</summary>
    public const string WaitingForOtherObject = "WaitingForOtherObject";

    /// <summary>The cloud does not list the session.</summary>
    public const string SessionNotFound = "SessionNotFound";

    /// <summary>The cloud has no such filter.</summary>
    public const string FilterNotFound = "FilterNotFound";

    /// <summary>The session is being deleted.</summary>
    public const string SessionDeleting = "SessionDeleting";

    /// <summary>The session is switched off and mirrors nothing.</summary>
    public const string SessionDisabled = "SessionDisabled";

    /// <summary>The account is locked (overdue payment).</summary>
    public const string FinancialLocked = "FinancialLocked";

    /// <summary>The session did not return to <c>Created</c> in time.</summary>
    public const string ModifyingTimeout = "ModifyingTimeout";

    /// <summary><c>spec.suspend</c> is set.</summary>
    public const string Suspended = "Suspended";

    /// <summary><c>managementPolicy: Observe</c>, and the session differs.</summary>
    public const string ObserveOnly = "ObserveOnly";

    /// <summary>The list is empty and <c>safety.allowEmpty</c> is not set.</summary>
    public const string EmptySourceList = "EmptySourceList";

    /// <summary>No desired source could be added, so removing the others would leave the session without any.</summary>
    public const string WouldEmptySession = "WouldEmptySession";

    /// <summary>The plan removes more than <c>safety.maxRemovals</c>.</summary>
    public const string MaxRemovalsExceeded = "MaxRemovalsExceeded";

    /// <summary>The plan would leave fewer sources than <c>safety.minSources</c>.</summary>
    public const string MinSourcesReached = "MinSourcesReached";

    /// <summary>The installation's allow-list does not give the session to the object's namespace.</summary>
    public const string NotAllowed = "NotAllowed";

    /// <summary>Another object owns the session, or did when this one came from another namespace.</summary>
    public const string OwnershipConflict = "OwnershipConflict";

    /// <summary>Another writer takes our changes back again and again.</summary>
    public const string ContestedSession = "ContestedSession";

    /// <summary>Only sources that the cloud refuses are left to do.</summary>
    public const string SourcesRejected = "SourcesRejected";

    /// <summary>The session has a source that is no network interface; it is left alone.</summary>
    public const string UnknownSource = "UnknownSource";

    /// <summary>A quota is used up; which one, the cloud's lists do not tell alone.</summary>
    public const string QuotaExceeded = "QuotaExceeded";

    /// <summary>The session has as many sources as it can.</summary>
    public const string SessionFull = "SessionFull";

    /// <summary>The session's target has as many sources as it can, over all its sessions.</summary>
    public const string TargetFull = "TargetFull";

    /// <summary>A network interface is a source of as many sessions as it can be.</summary>
    public const string InterfaceFull = "InterfaceFull";

    /// <summary>The traffic mirror service is not opened in this account and region.</summary>
    public const string ServiceNotOpened = "ServiceNotOpened";

    /// <summary>The account's business status forbids mirroring.</summary>
    public const string BusinessStatusAbnormal = "BusinessStatusAbnormal";

    /// <summary>The RAM policy does not allow the call.</summary>
    public const string PermissionDenied = "PermissionDenied";

    /// <summary>The credentials are missing, wrong or expired.</summary>
    public const string CredentialsInvalid = "CredentialsInvalid";

    /// <summary>This machine's clock is too far from the cloud's.</summary>
    public const string ClockSkew = "ClockSkew";

    /// <summary>The cloud asks to slow down.</summary>
    public const string Throttled = "Throttled";

    /// <summary>The cloud could not be reached.</summary>
    public const string CloudUnreachable = "CloudUnreachable";

    /// <summary>The cloud's answer was incomplete, or contradicts itself.</summary>
    public const string UnreadableAnswer = "UnreadableAnswer";

    /// <summary>
    /// Reconciles of the object do not come to an observation: they take too long, or fail in a way that nothing else names.
    /// </summary>
    public const string NotObserved = "NotObserved";

    /// <summary>An answer that would end something for good is asked for once more.</summary>
    public const string ConfirmingObservation = "ConfirmingObservation";

    /// <summary>The cloud failed to answer properly (5xx).</summary>
    public const string CloudUnavailable = "CloudUnavailable";

    /// <summary>The cloud refused the call for a reason that only a user can remove; the code is in the message.</summary>
    public const string CloudRefused = "CloudRefused";

    /// <summary>A source is named twice in one call.</summary>
    public const string DuplicateSource = "DuplicateSource";

    /// <summary>A source is not, or no longer, a source of the session.</summary>
    public const string SourceNotAssociated = "SourceNotAssociated";

    /// <summary>A source is already a source of the session.</summary>
    public const string SourceAlreadyAssociated = "SourceAlreadyAssociated";

    /// <summary>The ENI does not exist.</summary>
    public const string NetworkInterfaceNotFound = "NetworkInterfaceNotFound";

    /// <summary>The instance behind an ENI does not exist.</summary>
    public const string InstanceNotFound = "InstanceNotFound";

    /// <summary>The source list was changed outside of the object (condition <c>DriftDetected</c>).</summary>
    public const string ChangedBySomebodyElse = "ChangedBySomebodyElse";

    /// <summary>
    /// The object is deleted, and the API server does not let the operator see whether its definition is going away as well.
    /// </summary>
    public const string DefinitionUnreadable = "DefinitionUnreadable";

    /// <summary>Somebody gave the session another target or filter.</summary>
    public const string SessionAltered = "SessionAltered";

    /// <summary>Somebody changed other attributes of the session (condition <c>DriftDetected</c>, event).</summary>
    public const string AttributesChanged = "AttributesChanged";

    /// <summary>Somebody accepted the session as it is now (event).</summary>
    public const string SessionAccepted = "SessionAccepted";

    /// <summary>The values of attributes that are not declared were taken as what they are judged by (event).</summary>
    public const string BaselineTaken = "BaselineTaken";

    /// <summary>Somebody approved the removals of the plan (event).</summary>
    public const string PlanApproved = "PlanApproved";

    /// <summary>The object is deleted, and its session, seen before, is not listed to keys that may be another account's.</summary>
    public const string AccountUnconfirmed = "AccountUnconfirmed";

    /// <summary>The object is deleted, and none of its sources is left in the session (event).</summary>
    public const string Detached = "Detached";

    /// <summary>The object is deleted, and nothing was, or could be, detached (event).</summary>
    public const string Released = "Released";

    /// <summary>The cloud knows the token with other parameters.</summary>
    public const string TokenMismatch = "TokenMismatch";

    /// <summary>What <c>filterRef</c> names is missing or not Ready.</summary>
    public const string FilterNotReady = "FilterNotReady";

    /// <summary>Rules of a filter are being added.</summary>
    public const string AddingRules = "AddingRules";

    /// <summary>A rule of a filter is being changed in place.</summary>
    public const string ChangingRules = "ChangingRules";

    /// <summary>Rules of a filter are being removed.</summary>
    public const string RemovingRules = "RemovingRules";

    /// <summary>Rules are being put right without room for a better way: until the end they stand in another order than declared.</summary>
    public const string RuleOrderDiffers = "RuleOrderDiffers";

    /// <summary>Rules are being put right without room and without a spare number: one wanted rule is missing for one call.</summary>
    public const string RuleGap = "RuleGap";

    /// <summary>The number of a declared rule is held by a rule that is left alone.</summary>
    public const string RuleNumberTaken = "RuleNumberTaken";

    /// <summary>The filter may not have as many rules as declared.</summary>
    public const string QuotaOfFilter = "QuotaOfFilter";

    /// <summary>A declared rule cannot be sent: only a server without validation rules lets it pass.</summary>
    public const string InvalidRule = "InvalidRule";

    /// <summary>A rule of the filter does not exist any more.</summary>
    public const string RuleNotFound = "RuleNotFound";

    /// <summary>The edit would leave a filter in use without a rule that accepts anything.</summary>
    public const string LastAcceptingRule = "LastAcceptingRule";

    /// <summary>The filter, or one of its rules, is being changed by somebody else.</summary>
    public const string FilterBusy = "FilterBusy";

    /// <summary>The filter is being deleted.</summary>
    public const string FilterDeleting = "FilterDeleting";

    /// <summary>Another writer takes our changes of a filter back again and again.</summary>
    public const string ContestedFilter = "ContestedFilter";

    /// <summary>The rules were changed outside of the object (condition <c>DriftDetected</c>).</summary>
    public const string RulesChanged = "RulesChanged";

    /// <summary>The sources of a policy's session are not what the policy wrote: they were edited (rule P11).</summary>
    public const string SourcesEdited = "SourcesEdited";

    /// <summary>The policy of a session is not there any more, or is going (rule P18).</summary>
    public const string PolicyGone = "PolicyGone";

    /// <summary>Everything that can be mirrored is.</summary>
    public const string Covered = "Covered";

    /// <summary>What a policy selects cannot be seen whole (rule P5).</summary>
    public const string SelectionUnknown = "SelectionUnknown";

    /// <summary>A policy selects nothing that can be mirrored.</summary>
    public const string NothingSelected = "NothingSelected";

    /// <summary>The schedule of a policy says that it captures nothing now (rule P23).</summary>
    public const string OutsideSchedule = "OutsideSchedule";

    /// <summary>A policy that selects pods or nodes has no cluster to find them in.</summary>
    public const string NeedsCluster = "NeedsCluster";

    /// <summary>A spec that the API server should have refused; what is wrong is in the message.</summary>
    public const string SpecInvalid = "SpecInvalid";

    /// <summary>Sessions of an earlier policy of the same name are still there (rule P12).</summary>
    public const string EarlierPolicy = "EarlierPolicy";

    /// <summary>A policy is being deleted with its sessions.</summary>
    public const string DeletingPolicy = "DeletingPolicy";

    /// <summary>A move leaves an interface in no session for a moment, because there is no other way (rule P9).</summary>
    public const string CoverageGap = "CoverageGap";

    /// <summary>A policy has ended; the message says what became of its sessions.</summary>
    public const string PolicyReleased = "PolicyReleased";
}
