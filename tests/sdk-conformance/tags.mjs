// Tags and resource groups.
import { assert, Vpc, ClientError, call, fails } from './cloud.mjs';

const ResourceType = 'TRAFFICMIRRORSESSION';
const one = { resourceType: ResourceType, resourceId: ['tms-tagged'] };
const Tag = (key, value) => new Vpc.TagResourcesRequestTag({ key, value });
const tags = async (request) => {
  const { body } = await call('listTagResources', { resourceType: ResourceType, ...request });
  return (body.tagResources.tagResource ?? []).map((t) => `${t.resourceId} ${t.resourceType} ${t.tagKey}=${t.tagValue}`);
};

export const checks = {
  'tags set, found and taken away': async () => {
    await call('tagResources', { ...one, tag: [Tag('a', '1'), Tag('b', '')] });
    await call('tagResources', { ...one, tag: [Tag('a', '2')] });
    const a = 'tms-tagged TRAFFICMIRRORSESSION a=2';
    assert.deepEqual(await tags(one), [a, 'tms-tagged TRAFFICMIRRORSESSION b=']);
    assert.equal((await tags({ tag: [new Vpc.ListTagResourcesRequestTag({ key: 'a', value: '2' })] })).length, 3);
    await call('unTagResources', { ...one, tagKey: ['b'], all: false });
    assert.deepEqual(await tags(one), [a]);
    await call('unTagResources', { ...one, all: true });
    assert.deepEqual(await tags(one), []);
  },
  'tags refused': async () => {
    await fails(call('tagResources', { ...one, tag: [Tag('acs:x', '')] }), ClientError, 'IllegalParam.Tag.1.Key');
    await fails(call('tagResources', { ...one, resourceId: ['tms-none'], tag: [Tag('x', '')] }), ClientError, 'ResourceNotFound.TrafficMirrorSession');
    await fails(call('tagResources', { ...one, resourceType: 'VPC', tag: [Tag('x', '')] }), ClientError, 'IllegalParam.ResourceType');
    await fails(call('listTagResources', { resourceType: ResourceType }), ClientError, 'MissingParameter');
  },
  'moved to a resource group': async () => {
    await call('moveResourceGroup', { resourceType: 'TrafficMirrorFilter', resourceId: 'tmf-used', newResourceGroupId: 'rg-moved' });
    const { body } = await call('listTrafficMirrorFilters', { resourceGroupId: 'rg-moved' });
    assert.deepEqual(body.trafficMirrorFilters.map((f) => f.trafficMirrorFilterId), ['tmf-used']);
  },
};
