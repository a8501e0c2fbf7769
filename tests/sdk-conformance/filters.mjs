// Filters and their rules.
import { assert, Vpc, ClientError, call, fails } from './cloud.mjs';

const Ingress = (rule) => new Vpc.CreateTrafficMirrorFilterRequestIngressRules({ action: 'accept', protocol: 'ALL', ...rule });
const Egress = (rule) => new Vpc.CreateTrafficMirrorFilterRequestEgressRules({ action: 'accept', protocol: 'ALL', ...rule });
const More = (rule) => new Vpc.CreateTrafficMirrorFilterRulesRequestIngressRules({ action: 'accept', protocol: 'ALL', ...rule });
const create = async (request) => (await call('createTrafficMirrorFilter', request)).body.trafficMirrorFilterId;
const list = async (request) => (await call('listTrafficMirrorFilters', request)).body;
const filter = async (id) => (await list({ trafficMirrorFilterIds: [id] })).trafficMirrorFilters[0];

export const checks = {
  'filter with rules': async () => {
    const f = await filter(await create({
      trafficMirrorFilterName: 'web', trafficMirrorFilterDescription: 'text',
      ingressRules: [Ingress({ priority: 1, protocol: 'TCP', destinationPortRange: '80/443', sourceCidrBlock: '10.0.0.0/8', ipVersion: 'IPv4' })],
      egressRules: [Egress({ priority: 2, action: 'drop' })] }));
    assert.deepEqual([f.trafficMirrorFilterStatus, f.trafficMirrorFilterName, f.trafficMirrorFilterDescription], ['Created', 'web', 'text']);
    const r = f.ingressRules[0];
    assert.deepEqual(
      [r.action, r.protocol, r.priority, r.sourceCidrBlock, r.destinationCidrBlock, r.sourcePortRange, r.destinationPortRange, r.trafficDirection],
      ['accept', 'TCP', 1, '10.0.0.0/8', '0.0.0.0/0', '-1/-1', '80/443', 'ingress']);
    assert.deepEqual([r.trafficMirrorFilterId, r.trafficMirrorFilterRuleStatus, r.ipVersion], [f.trafficMirrorFilterId, 'Created', 'IPv4']);
    assert.deepEqual([f.egressRules[0].action, f.egressRules[0].trafficDirection], ['drop', 'egress']);
  },
  'filter updated and deleted': async () => {
    const id = await create({});
    await call('updateTrafficMirrorFilterAttribute', { trafficMirrorFilterId: id, trafficMirrorFilterName: 'new' });
    assert.equal((await filter(id)).trafficMirrorFilterName, 'new');
    await call('deleteTrafficMirrorFilter', { trafficMirrorFilterId: id });
    assert.equal(await filter(id), undefined);
    await fails(call('deleteTrafficMirrorFilter', { trafficMirrorFilterId: id }), ClientError, 'ResourceNotFound.TrafficMirrorFilter');
  },
  'filter in use is not deleted': async () =>
    fails(call('deleteTrafficMirrorFilter', { trafficMirrorFilterId: 'tmf-used' }), ClientError, 'IncorrectStatus.TrafficMirrorFilter'),
  'rules created, updated and deleted': async () => {
    const id = await create({});
    const { body } = await call('createTrafficMirrorFilterRules', { trafficMirrorFilterId: id, ingressRules: [More({ priority: 1 }), More({ priority: 2 })] });
    const [first, second] = body.ingressRules.map((r) => r.instanceId);
    await call('updateTrafficMirrorFilterRuleAttribute', {
      trafficMirrorFilterRuleId: first, ruleAction: 'drop', protocol: 'UDP', sourcePortRange: '53/53', priority: 9, destinationCidrBlock: '10.1.0.0/16' });
    await call('deleteTrafficMirrorFilterRules', { trafficMirrorFilterId: id, trafficMirrorFilterRuleIds: [second] });
    const rules = (await filter(id)).ingressRules;
    assert.deepEqual(rules.map((r) => [r.trafficMirrorFilterRuleId, r.action, r.protocol, r.sourcePortRange, r.priority, r.destinationCidrBlock]),
      [[first, 'drop', 'UDP', '53/53', 9, '10.1.0.0/16']]);
    await fails(call('createTrafficMirrorFilterRules', { trafficMirrorFilterId: id, ingressRules: [More({ priority: 9 })] }), ClientError, 'DuplicatedParam.Priority');
    await fails(call('updateTrafficMirrorFilterRuleAttribute', { trafficMirrorFilterRuleId: second }), ClientError, 'ResourceNotFound.TrafficMirrorFilterRule');
  },
  'filters by pages and conditions': async () => {
    const id = await create({
      trafficMirrorFilterName: 'only one', resourceGroupId: 'rg-only', tag: [new Vpc.CreateTrafficMirrorFilterRequestTag({ key: 'only', value: 'one' })] });
    const found = async (request) => (await list(request)).trafficMirrorFilters.map((f) => f.trafficMirrorFilterId);
    assert.deepEqual(await found({ trafficMirrorFilterName: 'only one' }), [id]);
    assert.deepEqual(await found({ resourceGroupId: 'rg-only' }), [id]);
    assert.deepEqual(await found({ tags: [new Vpc.ListTrafficMirrorFiltersRequestTags({ key: 'only', value: 'one' })] }), [id]);
    const all = await list({ maxResults: 100 });
    assert.equal(all.totalCount, String(all.count));
    const seen = [];
    let nextToken;
    do {
      const page = await list({ maxResults: 2, nextToken });
      assert.equal(page.maxResults, 2);
      seen.push(...page.trafficMirrorFilters);
      nextToken = page.nextToken;
    } while (nextToken);
    assert.equal(seen.length, all.count);
  },
  'wrong rules refused': async () => {
    const bad = (rule, code) => fails(create({ ingressRules: [Ingress({ priority: 1, ...rule })] }), ClientError, code);
    await bad({ action: 'mirror' }, 'IllegalParam.IngressRules.1.Action');
    await bad({ protocol: 'GRE' }, 'IllegalParam.IngressRules.1.Protocol');
    await bad({ sourceCidrBlock: 'x' }, 'IllegalParam.IngressRules.1.SourceCidrBlock');
    await bad({ sourcePortRange: '1/2' }, 'IllegalParam.IngressRules.1.DestinationPortRange');
    await bad({ priority: undefined }, 'MissingParameter');
  },
};
