// Every other refusal that the documentation names or bounds, one check for each kind.
import { assert, Vpc, ClientError, ServerError, RegionId, client, control, fault, call, life, list, add, remove, sdk, ids, fails } from './cloud.mjs';

const target = { trafficMirrorTargetId: 'eni-target', trafficMirrorTargetType: 'NetworkInterface' };
const session = (request) => call('createTrafficMirrorSession', {
  ...target, trafficMirrorFilterId: 'tmf-life', priority: 900, trafficMirrorSourceIds: ['eni-900'], ...request });
const update = (request) => call('updateTrafficMirrorSessionAttribute', { trafficMirrorSessionId: 'tms-tagged', ...request });
const filter = async (request = {}) => (await call('createTrafficMirrorFilter', request)).body.trafficMirrorFilterId;
const Rule = (rule) => new Vpc.CreateTrafficMirrorFilterRulesRequestIngressRules({ action: 'accept', protocol: 'ALL', ...rule });
const Tags = (type, count) => Array.from({ length: count }, (_, i) => new Vpc[type]({ key: `k${i}`, value: '' }));
const illegal = (promise, parameter) => fails(promise, ClientError, `IllegalParam.${parameter}`);
const slowly = async (check) => {
  await control('settings', { modifyDuration: '10m' });
  try { await check(); } finally { await control('settings', { modifyDuration: '0s' }); }
};

export const checks = {
  'bounds of a session': async () => {
    for (const [field, values] of Object.entries({
      priority: [0, 32767], virtualNetworkId: [-1, 16777216], packetLength: [63, 8501],
      trafficMirrorSessionName: ['x'.repeat(129), 'http://x'], trafficMirrorSessionDescription: ['x'.repeat(257), 'https://x'],
      trafficMirrorTargetType: ['Router'] })) {
      const name = field[0].toUpperCase() + field.slice(1);
      for (const value of values) {
        await illegal(session({ [field]: value }), name);
        await illegal(update({ [field]: value }), name);
      }
    }
    await illegal(session({ trafficMirrorTargetType: 'SLB' }), 'TrafficMirrorTargetId');
    await fails(update({ trafficMirrorTargetId: 'eni-other' }), ClientError, 'MissingParameter');
    await illegal(session({ tag: Tags('CreateTrafficMirrorSessionRequestTag', 21) }), 'Tag');
    await illegal(session({ clientToken: 'x'.repeat(65) }), 'ClientToken');
  },
  'what an update refuses': async () => {
    await fails(update({ trafficMirrorSessionId: 'tms-none' }), ClientError, 'ResourceNotFound.TrafficMirrorSession');
    await fails(update({ trafficMirrorFilterId: 'tmf-none' }), ClientError, 'ResourceNotFound.TrafficMirrorFilter');
    await fails(update({ priority: 2 }), ClientError, 'DuplicatedParam.Priority');
    await fails(update({ enabled: false, dryRun: true }), ClientError, 'DryRunOperation');
    await fails(update({ ...target, trafficMirrorTargetId: 'eni-deleted' }), ClientError, 'ResourceNotFound.NetworkInterface');
  },
  'what an add and a remove refuse': async () => {
    const id = 'tms-errors';
    await illegal(add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ids(0, 11) }), 'TrafficMirrorSourceIds');
    await fails(add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1', 'eni-1'] }), ClientError, 'DuplicatedParam.SourceInstanceIds');
    await fails(add({ trafficMirrorSessionId: id }), ClientError, 'MissingParameter');
    await fails(remove({ trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'MissingParameter');
    await add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1'] });
    await fails(add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1', 'eni-2'] }), ClientError, 'ResourceAlreadyAssociated.TrafficMirrorSource');
    await remove({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1'] });
    await fails(add({ regionId: 'cn-nowhere', trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'InvalidRegionId.NotFound');
  },
  'bounds of lists': async () => {
    for (const maxResults of [0, 101]) {
      await illegal(list({ maxResults }), 'MaxResults');
      await illegal(call('listTrafficMirrorFilters', { maxResults }), 'MaxResults');
    }
    await illegal(list({ trafficMirrorSessionIds: ids(0, 101) }), 'TrafficMirrorSessionIds');
    await illegal(call('listTrafficMirrorFilters', { trafficMirrorFilterIds: ids(0, 101) }), 'TrafficMirrorFilterIds');
    await illegal(list({ nextToken: 'nonsense' }), 'NextToken');
    await illegal(call('listTrafficMirrorFilters', { nextToken: 'nonsense' }), 'NextToken');
    const { nextToken } = (await list({ maxResults: 1 })).body;
    await illegal(list({ maxResults: 1, nextToken, enabled: true }), 'NextToken');
    await illegal(list({ tags: Tags('ListTrafficMirrorSessionsRequestTags', 21) }), 'Tags');
    await fails(list({ regionId: undefined }), ClientError, 'MissingParameter');
  },
  'the other filters of a list of sessions': async () => {
    const found = async (request) =>
      (await call('listTrafficMirrorSessions', request)).body.trafficMirrorSessions.map((s) => s.trafficMirrorSessionId);
    await call('moveResourceGroup', { resourceType: 'TrafficMirrorSession', resourceId: 'tms-tagged2', newResourceGroupId: 'rg-two' });
    assert.deepEqual(await found({ resourceGroupId: 'rg-two' }), ['tms-tagged2']);
    assert.deepEqual(await found({ trafficMirrorFilterId: 'tmf-used', priority: 2 }), ['tms-tagged2']);
    assert.deepEqual(await found({ trafficMirrorFilterId: 'tmf-none' }), []);
    assert.deepEqual(await found({ tags: [new Vpc.ListTrafficMirrorSessionsRequestTags({ key: 'a', value: '3' })] }), []);
  },
  'a filter that changes': async () => slowly(async () => {
    const id = await filter({ ingressRules: [new Vpc.CreateTrafficMirrorFilterRequestIngressRules({ action: 'accept', protocol: 'ALL', priority: 1 })] });
    for (const [name, request] of Object.entries({
      createTrafficMirrorFilterRules: { ingressRules: [Rule({ priority: 2 })] }, deleteTrafficMirrorFilterRules: { trafficMirrorFilterRuleIds: ['tmr-x'] },
      updateTrafficMirrorFilterAttribute: { trafficMirrorFilterName: 'x' }, deleteTrafficMirrorFilter: {} }))
      await fails(call(name, { trafficMirrorFilterId: id, ...request }), ClientError, 'IncorrectStatus.TrafficMirrorFilter');
    await fails(session({ trafficMirrorFilterId: id }), ClientError, 'IncorrectStatus.TrafficMirrorFilter');
  }),
  'a rule that changes': async () => {
    const id = await filter();
    const { body } = await call('createTrafficMirrorFilterRules', { trafficMirrorFilterId: id, ingressRules: [Rule({ priority: 1 })] });
    const rule = { trafficMirrorFilterRuleId: body.ingressRules[0].instanceId };
    await slowly(async () => {
      await call('updateTrafficMirrorFilterRuleAttribute', { ...rule, priority: 3 });
      await fails(call('updateTrafficMirrorFilterRuleAttribute', { ...rule, priority: 4 }), ClientError, 'IncorrectStatus.TrafficMirrorRule');
      await fails(call('deleteTrafficMirrorFilter', { trafficMirrorFilterId: id }), ClientError, 'IncorrectStatus.TrafficMirrorRule');
    });
  },
  'a session that changes, as a conflict': async () => {
    await control('settings', { busyAsOperationConflict: true });
    try {
      await slowly(async () => {
        const { body } = await session({ priority: 901 });
        await fails(call('deleteTrafficMirrorSession', { trafficMirrorSessionId: body.trafficMirrorSessionId }), ClientError, 'OperationConflict');
      });
    } finally {
      await control('settings', { busyAsOperationConflict: false });
    }
  },
  'what rules refuse': async () => {
    const id = await filter();
    const rules = (request) => call('createTrafficMirrorFilterRules', { trafficMirrorFilterId: id, ...request });
    await illegal(rules({ ingressRules: Array.from({ length: 11 }, (_, i) => Rule({ priority: i + 1 })) }), 'IngressRules');
    await illegal(rules({ ingressRules: [Rule({ priority: 1 }), Rule({ priority: 1 })] }), 'Priority');
    await illegal(rules({ ingressRules: [Rule({ priority: 1, ipVersion: 'IPv5' })] }), 'IngressRules.1.IpVersion');
    await illegal(rules({ ingressRules: [Rule({ priority: 1, ipVersion: 'IPv6', sourceCidrBlock: '10.0.0.0/8' })] }), 'IngressRules.1.SourceCidrBlock');
    await illegal(rules({ ingressRules: [Rule({ priority: 1, protocol: 'TCP', destinationPortRange: '90/80' })] }), 'IngressRules.1.DestinationPortRange');
    await fails(rules({}), ClientError, 'MissingParameter');
    await fails(rules({ trafficMirrorFilterId: 'tmf-none', ingressRules: [Rule({ priority: 1 })] }), ClientError, 'ResourceNotFound.TrafficMirrorFilter');
    await fails(call('deleteTrafficMirrorFilterRules', { trafficMirrorFilterId: id, trafficMirrorFilterRuleIds: ['tmr-none'] }),
      ClientError, 'ResourceNotFound.TrafficMirrorFilterRule');
    const { body } = await rules({ ingressRules: [Rule({ priority: 1, protocol: 'ICMP' })] });
    const rule = { trafficMirrorFilterRuleId: body.ingressRules[0].instanceId };
    await illegal(call('updateTrafficMirrorFilterRuleAttribute', { ...rule, destinationPortRange: '80/80' }), 'DestinationPortRange');
  },
  'what tag calls refuse': async () => {
    const one = { resourceType: 'TRAFFICMIRRORSESSION', resourceId: ['tms-tagged'] };
    await illegal(call('tagResources', { ...one, tag: Tags('TagResourcesRequestTag', 21) }), 'Tag');
    await illegal(call('tagResources', { ...one, resourceId: ids(0, 21), tag: Tags('TagResourcesRequestTag', 1) }), 'ResourceId');
    await call('tagResources', { ...one, tag: Tags('TagResourcesRequestTag', 20) });
    await fails(call('tagResources', { ...one, tag: [new Vpc.TagResourcesRequestTag({ key: 'one more' })] }), ClientError, 'QuotaExceeded.TagsPerResource');
    await call('unTagResources', { ...one, all: true });
    await fails(call('tagResources', { ...one, tag: [1, 2].map((i) => new Vpc.TagResourcesRequestTag({ key: 'x', value: `${i}` })) }), ClientError, 'DuplicatedParam.TagKey');
    await fails(call('unTagResources', one), ClientError, 'MissingParameter');
    await fails(call('listTagResources', { ...one, resourceId: undefined, tag: [new Vpc.ListTagResourcesRequestTag({ value: 'x' })] }), ClientError, 'InvalidParameter.TagValue');
    await illegal(call('listTagResources', { ...one, maxResults: 51 }), 'MaxResults');
    await illegal(call('moveResourceGroup', { resourceType: 'TrafficMirrorSession', resourceId: 'tms-tagged', newResourceGroupId: 'none' }), 'NewResourceGroupId');
    await fails(call('moveResourceGroup', { resourceType: 'TrafficMirrorFilter', resourceId: 'tmf-none', newResourceGroupId: 'rg-x' }), ClientError, 'ResourceNotFound.TrafficMirrorFilter');
  },
  'tags that show later': async () => {
    await control('settings', { tagDelay: '10m' });
    const tag = [new Vpc.CreateTrafficMirrorFilterRequestTag({ key: 'late', value: '' })];
    const late = async () => (await call('listTrafficMirrorFilters', {
      tags: [new Vpc.ListTrafficMirrorFiltersRequestTags({ key: 'late', value: '' })] })).body.totalCount;
    await filter({ tag });
    assert.equal(await late(), '0');
    await control('settings', { tagDelay: '0s' });
    await filter({ tag });
    assert.equal(await late(), '1');
  },
  'a token whose call is under way': async () => {
    await control('settings', { tokenProcessing: '10m' });
    const request = { trafficMirrorSessionId: 'tms-token', trafficMirrorSourceIds: ['eni-9'], clientToken: 'under way' };
    await add(request);
    await fails(add(request), ClientError, 'LastTokenProcessing');
    await control('settings', { tokenProcessing: '0s' });
  },
  'overdue payment': async () => {
    await control('foreign', { do: 'arrears', account: 'arrears' });
    const owing = client({ accessKeyId: 'LTAIarrears', accessKeySecret: 'arrears-secret' });
    const one = async () => (await list({}, owing)).body.trafficMirrorSessions[0];
    const off = await one();
    assert.deepEqual([off.trafficMirrorSessionBusinessStatus, off.enabled], ['FinancialLocked', false]);
    await fails(call('createTrafficMirrorSession', {
      ...target, trafficMirrorFilterId: 'tmf-owed', priority: 2, trafficMirrorSourceIds: ['eni-1'] }, owing), ClientError, 'IncorrectBusinessStatus.TrafficMirror');
    await control('foreign', { do: 'arrears', account: 'arrears', overdue: false });
    assert.equal((await one()).enabled, true);
  },
  'busy, broken and forbidden': async () => {
    const expect = async (rule, type, code) => {
      await fault({ ...rule, action: 'ListTrafficMirrorFilters', times: 1 });
      return fails(call('listTrafficMirrorFilters'), type, code);
    };
    await expect({ kind: 'busy' }, ClientError, 'SystemBusy');
    await expect({ kind: 'conflict' }, ClientError, 'OperationConflict');
    assert.equal((await expect({ kind: 'errorAfterEffect' }, ServerError, 'InternalError')).statusCode, 500);
    assert.equal((await expect({ kind: 'error', status: 403, code: 'Forbidden.RAM' }, ClientError, 'Forbidden.RAM')).statusCode, 403);
  },
};
