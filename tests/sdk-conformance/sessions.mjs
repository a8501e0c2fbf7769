// The life of a session: create, update, delete, and what refuses them.
import { assert, Vpc, ClientError, control, call, life, fails } from './cloud.mjs';

const target = { trafficMirrorTargetId: 'eni-target', trafficMirrorTargetType: 'NetworkInterface' };
const filter = async () => (await call('createTrafficMirrorFilter')).body.trafficMirrorFilterId;
const create = async (request, c = life) => call('createTrafficMirrorSession', {
  ...target, trafficMirrorFilterId: request.trafficMirrorFilterId ?? 'tmf-life', trafficMirrorSourceIds: [`eni-${request.priority ?? 0}`], ...request }, c);
const session = async (id) =>
  (await call('listTrafficMirrorSessions', { trafficMirrorSessionIds: [id] })).body.trafficMirrorSessions[0];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export const checks = {
  'session created with every parameter': async () => {
    const { body } = await create({
      priority: 10, virtualNetworkId: 0, packetLength: 1300, enabled: true, trafficMirrorSessionName: 'name', resourceGroupId: 'rg-own',
      trafficMirrorSessionDescription: 'text', tag: [new Vpc.CreateTrafficMirrorSessionRequestTag({ key: 'team', value: '' })] });
    assert.match(body.trafficMirrorSessionId, /^tms-[a-z0-9]+$/);
    assert.equal(body.resourceGroupId, 'rg-own');
    const s = await session(body.trafficMirrorSessionId);
    assert.deepEqual(
      [s.priority, s.virtualNetworkId, s.packetLength, s.enabled, s.trafficMirrorSessionName, s.trafficMirrorSessionDescription, s.resourceGroupId],
      [10, 0, 1300, true, 'name', 'text', 'rg-own']);
    assert.deepEqual([s.trafficMirrorFilterId, s.trafficMirrorTargetId, s.trafficMirrorSourceIds], ['tmf-life', 'eni-target', ['eni-10']]);
    assert.deepEqual(s.tags.map((t) => [t.key, t.value]), [['team', '']]);
  },
  'session created with defaults': async () => {
    const { body } = await create({ priority: 11 });
    const s = await session(body.trafficMirrorSessionId);
    assert.deepEqual([s.enabled, s.packetLength, s.trafficMirrorSessionBusinessStatus], [false, 1500, 'Normal']);
    assert.ok(s.virtualNetworkId >= 0 && s.virtualNetworkId < 2 ** 24);
  },
  'session updated': async () => {
    const id = (await create({ priority: 12 })).body.trafficMirrorSessionId;
    const other = await filter();
    await call('updateTrafficMirrorSessionAttribute', {
      trafficMirrorSessionId: id, trafficMirrorTargetId: 'lb-1', trafficMirrorTargetType: 'SLB', priority: 13, virtualNetworkId: 20,
      enabled: true, packetLength: 100, trafficMirrorSessionName: 'new', trafficMirrorFilterId: other });
    const s = await session(id);
    assert.deepEqual(
      [s.trafficMirrorTargetId, s.trafficMirrorTargetType, s.priority, s.virtualNetworkId, s.enabled, s.packetLength, s.trafficMirrorSessionName],
      ['lb-1', 'SLB', 13, 20, true, 100, 'new']);
    assert.equal(s.trafficMirrorFilterId, other);
  },
  'session deleted': async () => {
    const id = (await create({ priority: 14 })).body.trafficMirrorSessionId;
    await call('deleteTrafficMirrorSession', { trafficMirrorSessionId: id });
    assert.equal(await session(id), undefined);
    await fails(call('deleteTrafficMirrorSession', { trafficMirrorSessionId: id }), ClientError, 'ResourceNotFound.TrafficMirrorSession');
  },
  'states of a session': async () => {
    await control('settings', { modifyDuration: '400ms' });
    try {
      const id = (await create({ priority: 15 })).body.trafficMirrorSessionId;
      assert.equal((await session(id)).trafficMirrorSessionStatus, 'Creating');
      await fails(call('deleteTrafficMirrorSession', { trafficMirrorSessionId: id }), ClientError, 'IncorrectStatus.TrafficMirrorSession');
      await pause(500);
      assert.equal((await session(id)).trafficMirrorSessionStatus, 'Created');
      await call('updateTrafficMirrorSessionAttribute', { trafficMirrorSessionId: id, enabled: true });
      assert.equal((await session(id)).trafficMirrorSessionStatus, 'Modifying');
      await pause(500);
      await call('deleteTrafficMirrorSession', { trafficMirrorSessionId: id });
      assert.equal((await session(id)).trafficMirrorSessionStatus, 'Deleting');
    } finally {
      await control('settings', { modifyDuration: '0s' });
      await pause(500);
    }
  },
  'session create token': async () => {
    const request = { priority: 16, clientToken: 'create-1' };
    const first = await create(request);
    assert.deepEqual((await create(request)).body, first.body);
    await fails(create({ ...request, priority: 17 }), ClientError, 'IdempotentParameterMismatch');
  },
  'session dry run': async () => fails(create({ priority: 18, dryRun: true }), ClientError, 'DryRunOperation'),
  'session refused': async () => {
    await fails(create({ priority: undefined }), ClientError, 'MissingParameter');
    await fails(create({ priority: 19, trafficMirrorSourceIds: undefined }), ClientError, 'MissingParameter');
    await fails(create({ priority: 19, trafficMirrorFilterId: 'tmf-none' }), ClientError, 'ResourceNotFound.TrafficMirrorFilter');
    await fails(create({ priority: 19, trafficMirrorSourceIds: ['eni-deleted'] }), ClientError, 'ResourceNotFound.NetworkInterface');
    await fails(create({ priority: 19, packetLength: 63 }), ClientError, 'IllegalParam.PacketLength');
    await fails(create({ priority: 19, regionId: 'cn-shenzhen' }), ClientError, 'OptInRequired.TrafficMirror');
  },
  'service opened once': async () => {
    const { body } = await call('openTrafficMirrorService', { regionId: 'cn-beijing' });
    assert.deepEqual([body.code, body.message], ['200', 'successful']);
    await fails(call('openTrafficMirrorService', { regionId: 'cn-beijing' }), ClientError, 'ORDER.OPEND');
  },
};
