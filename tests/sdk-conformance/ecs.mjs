// Drives the emulator's ECS calls with the official SDK. Usage: node ecs.mjs http://127.0.0.1:PORT
// Prints one line per check: "ok NAME" or "FAIL NAME: reason". The seed is in Conformance/EcsSdkRun.cs of the emulator's tests.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ecs = require('@alicloud/ecs20140526');
const Vpc = require('@alicloud/vpc20160428');
const { ClientError, ThrottlingError } = require('@alicloud/openapi-core');
const { Config } = require('@alicloud/openapi-core').$OpenApiUtil;

const base = new URL(process.argv[2]);
const regionId = 'cn-hongkong';
const main = { accessKeyId: 'LTAIconformance', accessKeySecret: 'conformance-secret' };
const sts = { accessKeyId: 'STS.conformance', accessKeySecret: 'sts-secret', securityToken: 'sts-token+/=' };

const client = (credential, more = {}) =>
  new Ecs.default(new Config({ ...credential, protocol: 'http', endpoint: base.host, regionId, ...more }));
const sdk = client(main);
const describe = async (request = {}, c = sdk) =>
  (await c.describeNetworkInterfaces(new Ecs.DescribeNetworkInterfacesRequest({ regionId, ...request }))).body;
const set = (body) => body.networkInterfaceSets.networkInterfaceSet;
const ids = async (request, c) => set(await describe(request, c)).map((one) => one.networkInterfaceId);
const tag = (key, value) => new Ecs.DescribeNetworkInterfacesRequestTag({ key, value });
const listTags = async (request) =>
  (await sdk.listTagResources(new Ecs.ListTagResourcesRequest({ regionId, resourceType: 'eni', ...request }))).body;
const tagCall = (request) => sdk.tagResources(new Ecs.TagResourcesRequest({ regionId, resourceType: 'eni', ...request }));
const untag = (request) => sdk.untagResources(new Ecs.UntagResourcesRequest({ regionId, resourceType: 'eni', ...request }));
const control = async (path, body) => {
  const reply = await fetch(new URL(`/_emulator/${path}`, base), { method: 'POST', body: JSON.stringify(body) });
  assert.equal(reply.status, 200, await reply.text());
};
const churn = (change) => control('interfaces', { account: 'main', region: regionId, ...change });
const fails = async (promise, status, code, type = ClientError) => {
  const error = await promise.then(() => assert.fail(`no error; ${code} was expected`), (e) => e);
  assert.equal(error.code, code, error.message);
  assert.equal(error.statusCode, status, code);
  assert.ok(error instanceof type, `${code} came as ${error.name}`);
  return error;
};

const checks = {
  'every filter': async () => {
    assert.deepEqual(await ids({ networkInterfaceId: ['eni-d', 'eni-a', 'eni-none'] }), ['eni-a', 'eni-d']);
    assert.deepEqual(await ids({ instanceId: 'i-1' }), ['eni-a', 'eni-b']);
    assert.deepEqual(await ids({ instanceId: 'i-2' }), ['eni-c']);
    assert.deepEqual(await ids({ vpcId: 'vpc-2' }), ['eni-e', 'eni-f']);
    assert.deepEqual(await ids({ vSwitchId: 'vsw-2' }), ['eni-c', 'eni-d']);
    assert.deepEqual(await ids({ securityGroupId: 'sg-1' }), ['eni-b']);
    for (const [type, id] of Object.entries({ Primary: 'eni-a', Trunk: 'eni-c', Member: 'eni-d' })) assert.deepEqual(await ids({ type }), [id]);
    assert.deepEqual(await ids({ status: 'Available' }), ['eni-e']);
    assert.deepEqual(await ids({ serviceManaged: true }), ['eni-f']);
    assert.deepEqual(await ids({ primaryIpAddress: '10.0.0.2' }), ['eni-b']);
    assert.deepEqual(await ids({ privateIpAddress: ['10.0.0.3', '10.9.9.9'] }), ['eni-b']);
    assert.deepEqual(await ids({ ipv6Address: ['fd00::2'] }), ['eni-b']);
    assert.deepEqual(await ids({ networkInterfaceName: 'second' }), ['eni-b']);
    assert.deepEqual(await ids({ tag: [tag('mirror', 'yes'), tag('team a', 'x*y')] }), ['eni-b']);
    assert.deepEqual(await ids({ tag: [tag('mirror')] }), ['eni-b']);
    // Members of the default group come back whatever is asked for.
    assert.deepEqual(await ids({ resourceGroupId: 'rg-2' }), ['eni-a', 'eni-c', 'eni-d', 'eni-e', 'eni-f']);
  },
  'filters together': async () => {
    assert.deepEqual(await ids({ vpcId: 'vpc-1', status: 'InUse', serviceManaged: false, type: 'Member' }), ['eni-d']);
    assert.deepEqual(await ids({ vpcId: 'vpc-2', type: 'Member' }), []);
  },
  'fields': async () => {
    const [one] = set(await describe({ networkInterfaceId: ['eni-d'] }));
    assert.deepEqual([one.type, one.status, one.attachment.trunkNetworkInterfaceId, one.attachment.deviceIndex], ['Member', 'InUse', 'eni-c', 101]);
    const [two] = set(await describe({ networkInterfaceId: ['eni-b'] }));
    assert.deepEqual(two.privateIpSets.privateIpSet.map((ip) => [ip.privateIpAddress, ip.primary]), [['10.0.0.2', true], ['10.0.0.3', false]]);
    assert.deepEqual(two.tags.tag.map((t) => [t.tagKey, t.tagValue]), [['mirror', 'yes'], ['team a', 'x*y']]);
    assert.deepEqual(two.securityGroupIds.securityGroupId, ['sg-1']);
    assert.deepEqual(two.ipv6Sets.ipv6Set.map((ip) => ip.ipv6Address), ['fd00::2']);
    assert.match(two.macAddress, /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/);
    assert.match(two.creationTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const [managed] = set(await describe({ networkInterfaceId: ['eni-f'] }));
    assert.deepEqual([managed.serviceManaged, managed.instanceId], [true, undefined]);
  },
  'pages by token': async () => {
    const seen = [];
    let nextToken;
    do {
      const body = await describe({ regionId: 'cn-shenzhen', maxResults: 500, nextToken });
      seen.push(...set(body).map((one) => one.networkInterfaceId));
      nextToken = body.nextToken;
    } while (nextToken);
    assert.equal(new Set(seen).size, 1203);
    assert.equal(seen.length, 1203);
  },
  'MaxResults is pulled into its range': async () => {
    const size = async (maxResults) => (await ids({ regionId: 'cn-shenzhen', maxResults })).length;
    assert.deepEqual([await size(1), await size(10), await size(37), await size(500), await size(9999)], [10, 10, 37, 500, 500]);
  },
  'pages by number': async () => {
    const first = await describe({ regionId: 'cn-shenzhen' });
    assert.deepEqual([first.totalCount, first.pageNumber, first.pageSize, set(first).length], [1203, 1, 10, 10]);
    const last = await describe({ regionId: 'cn-shenzhen', pageNumber: 13, pageSize: 100 });
    assert.deepEqual([set(last).length, last.pageNumber, last.pageSize], [3, 13, 100]);
    assert.equal(set(await describe({ regionId: 'cn-shenzhen', pageNumber: 14, pageSize: 100 })).length, 0);
  },
  '1,000 by tag and by resource group': async () => {
    assert.equal((await describe({ regionId: 'cn-shenzhen', tag: [tag('many', 'x')] })).totalCount, 1000);
    assert.equal((await describe({ regionId: 'cn-shenzhen', resourceGroupId: 'rg-1' })).totalCount, 1000);
    let [count, nextToken] = [0, undefined];
    do {
      const body = await describe({ regionId: 'cn-shenzhen', tag: [tag('many', 'x')], maxResults: 400, nextToken });
      count += set(body).length;
      nextToken = body.nextToken;
    } while (nextToken);
    assert.equal(count, 1000);
  },
  'documented errors': async () => {
    const gone = await fails(describe({ instanceId: 'i-gone' }), 404, 'InvalidEcsId.NotFound');
    assert.equal(gone.message, `InvalidEcsId.NotFound: code: 404, The specified EcsId is not found. request id: ${gone.requestId}`);
    await fails(describe({ instanceId: 'bad id' }), 400, 'InvalidInstanceID.Malformed');
    await fails(describe({ vSwitchId: 'vsw-none' }), 404, 'InvalidVSwitchId.NotFound');
    await fails(describe({ type: 'Tertiary' }), 400, 'InvalidParameter');
    await fails(describe({ status: 'Linked' }), 400, 'InvalidParameter');
    await fails(describe({ regionId: 'Nowhere' }), 400, 'InvalidRegionId.MalFormed');
    await fails(sdk.describeNetworkInterfaces(new Ecs.DescribeNetworkInterfacesRequest({})), 400, 'MissingParameter');
    await fails(describe({ networkInterfaceId: Array.from({ length: 101 }, (_, i) => `eni-${i}`) }), 400, 'InvalidParameter');
    await control('settings', { unknownInterfaceRefused: true });
    await fails(describe({ networkInterfaceId: ['eni-a', 'eni-none'] }), 404, 'InvalidEniId.NotFound');
    await control('settings', { unknownInterfaceRefused: false });
  },
  'STS token': async () => assert.deepEqual(await ids({}, client(sts)), ['eni-sts']),
  'wrong secret': async () => {
    await fails(describe({}, client({ ...main, accessKeySecret: 'wrong' })), 400, 'SignatureDoesNotMatch');
  },
  'V1 signature': async () => {
    assert.deepEqual(await ids({ networkInterfaceId: ['eni-a'] }, client(main, { signatureAlgorithm: 'v2' })), ['eni-a']);
  },
  'throttling with retry-after': async () => {
    await control('faults', { kind: 'throttle', action: 'DescribeNetworkInterfaces', times: 1, retryAfterMs: 1500 });
    assert.equal((await fails(describe(), 400, 'Throttling.User', ThrottlingError)).retryAfter, 1500);
  },
  'tags: set, list, remove': async () => {
    await tagCall({ resourceId: ['eni-a', 'eni-c'], tag: [new Ecs.TagResourcesRequestTag({ key: 'sdk', value: '1' })] });
    assert.deepEqual(await ids({ tag: [tag('sdk', '1')] }), ['eni-a', 'eni-c']);
    const listed = await listTags({ tag: [new Ecs.ListTagResourcesRequestTag({ key: 'sdk' })] });
    assert.deepEqual(listed.tagResources.tagResource.map((t) => [t.resourceId, t.resourceType, t.tagKey, t.tagValue]),
      [['eni-a', 'eni', 'sdk', '1'], ['eni-c', 'eni', 'sdk', '1']]);
    await untag({ resourceId: ['eni-a'], tagKey: ['sdk'] });
    await untag({ resourceId: ['eni-c'], all: true });
    assert.deepEqual(await ids({ tag: [tag('sdk')] }), []);
    const group = await listTags({ tag: [new Ecs.ListTagResourcesRequestTag({ key: 'acs:rm:rgId', value: 'rg-1' })] });
    assert.deepEqual([...new Set(group.tagResources.tagResource.map((t) => t.resourceId))], ['eni-b']);
  },
  'tags of more than 1,000': async () => {
    const seen = new Set();
    let nextToken;
    do {
      const body = await listTags({ regionId: 'cn-shenzhen', tag: [new Ecs.ListTagResourcesRequestTag({ key: 'many' })], nextToken });
      body.tagResources.tagResource.forEach((t) => seen.add(t.resourceId));
      nextToken = body.nextToken;
    } while (nextToken);
    assert.equal(seen.size, 1203);
  },
  'errors of tag calls': async () => {
    await fails(listTags({}), 400, 'MissingParameter');
    await fails(listTags({ tag: [new Ecs.ListTagResourcesRequestTag({ value: 'x' })] }), 400, 'InvalidParameter.TagValue');
    await fails(tagCall({ resourceId: ['eni-none'], tag: [new Ecs.TagResourcesRequestTag({ key: 'a' })] }), 404, 'InvalidEniId.NotFound');
    await fails(tagCall({ resourceId: ['eni-a'], tag: [new Ecs.TagResourcesRequestTag({ key: 'aliyun-a' })] }), 400, 'InvalidParameter');
    await fails(untag({ resourceId: ['eni-a'] }), 400, 'MissingParameter');
  },
  'attach, use as a source, detach, delete': async () => {
    await churn({ do: 'create', networkInterface: { id: 'eni-churn', vpcId: 'vpc-9' } });
    assert.deepEqual(await ids({ vpcId: 'vpc-9', status: 'Available' }), ['eni-churn']);
    await churn({ do: 'attach', id: 'eni-churn', instanceId: 'i-1' });
    assert.deepEqual(await ids({ vpcId: 'vpc-9', status: 'InUse', instanceId: 'i-1' }), ['eni-churn']);
    await control('foreign', { do: 'add', account: 'main', region: regionId, session: 'tms-a', ids: ['eni-churn'] });
    await churn({ do: 'detach', id: 'eni-churn' });
    await churn({ do: 'delete', id: 'eni-churn' });
    assert.deepEqual(await ids({ vpcId: 'vpc-9' }), []);
  },
  'what can be no source, and no target': async () => {
    const vpc = new Vpc.default(new Config({ ...main, protocol: 'http', endpoint: base.host, regionId }));
    const add = (id) => vpc.addSourcesToTrafficMirrorSession(
      new Vpc.AddSourcesToTrafficMirrorSessionRequest({ regionId, trafficMirrorSessionId: 'tms-a', trafficMirrorSourceIds: [id] }));
    const update = (id) => vpc.updateTrafficMirrorSessionAttribute(new Vpc.UpdateTrafficMirrorSessionAttributeRequest({
      regionId, trafficMirrorSessionId: 'tms-a', trafficMirrorTargetId: id, trafficMirrorTargetType: 'NetworkInterface' }));
    await fails(add('eni-f'), 400, 'OperationDenied.NetworkInterface');
    await fails(update('eni-f'), 400, 'OperationDenied.NetworkInterface');
    await fails(add('eni-e'), 400, 'IncorrectStatus.NetworkInterface');
    await fails(add('eni-none'), 400, 'ResourceNotFound.NetworkInterface');
    await fails(update('eni-none'), 400, 'ResourceNotFound.NetworkInterface');
    await control('settings', { membersRefused: true });
    await fails(add('eni-d'), 400, 'OperationDenied.NetworkInterface');
    await control('settings', { membersRefused: false });
    await add('eni-d');
  },
  'unknown action': async () => {
    await fails(sdk.describeRegions(new Ecs.DescribeRegionsRequest({})), 404, 'InvalidApi.NotFound');
  },
};

for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok ${name}`);
  } catch (e) {
    console.log(`FAIL ${name}: ${e.message.replaceAll('\n', ' ')}`);
  }
}
process.exit(0);
