// Sessions and their sources, signatures, faults.
import {
  assert, RegionId, Vpc, main, sts, sdk, ClientError, ServerError, ThrottlingError,
  client, ids, list, add, remove, sources, control, fault, v1WithoutFormat, fails,
} from './cloud.mjs';

export const checks = {
  'list all pages': async () => {
    const seen = [];
    let nextToken;
    do {
      const { body } = await list({ maxResults: 4, nextToken });
      assert.equal(body.totalCount, '11');
      assert.ok(body.trafficMirrorSessions.length <= 4);
      seen.push(...body.trafficMirrorSessions.map((s) => s.trafficMirrorSessionId));
      nextToken = body.nextToken;
    } while (nextToken);
    assert.equal(new Set(seen).size, 11);
  },
  'list default page size': async () => assert.equal((await list()).body.trafficMirrorSessions.length, 10),
  'list by ids, unknown left out': async () => {
    const { body } = await list({ trafficMirrorSessionIds: ['tms-full', 'tms-none', 'tms-named'] });
    assert.deepEqual(body.trafficMirrorSessions.map((s) => s.trafficMirrorSessionId).sort(), ['tms-full', 'tms-named']);
  },
  'list filters': async () => {
    const one = async (filter) => (await list(filter)).body.trafficMirrorSessions.map((s) => s.trafficMirrorSessionId);
    assert.deepEqual(await one({ trafficMirrorSessionName: 'named session' }), ['tms-named']);
    assert.deepEqual(await one({ enabled: false }), ['tms-named']);
    assert.deepEqual(await one({ virtualNetworkId: 77 }), ['tms-named']);
    assert.deepEqual(await one({ priority: 9, trafficMirrorTargetId: 'eni-target9' }), ['tms-named']);
    assert.deepEqual(await one({ trafficMirrorSourceId: 'eni-0003' }), ['tms-full']);
    assert.deepEqual(await one({ tags: [new Vpc.ListTrafficMirrorSessionsRequestTags({ key: 'team', value: 'ids' })] }), ['tms-named']);
  },
  'list fields': async () => {
    const s = (await list({ trafficMirrorSessionIds: ['tms-named'] })).body.trafficMirrorSessions[0];
    assert.equal(s.trafficMirrorSessionStatus, 'Created');
    assert.equal(s.trafficMirrorSessionBusinessStatus, 'Normal');
    assert.equal(s.enabled, false);
    assert.equal(s.packetLength, 1500);
    assert.match(s.creationTime, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    assert.deepEqual(s.tags.map((t) => [t.key, t.value]), [['team', 'ids']]);
  },
  'add': async () => {
    const { body, statusCode } = await add({ trafficMirrorSessionId: 'tms-add', trafficMirrorSourceIds: ids(100, 10) });
    assert.equal(statusCode, 200);
    assert.match(body.requestId, /^[0-9A-F-]{36}$/);
    assert.deepEqual((await sources('tms-add')).sort(), ids(100, 10));
  },
  'remove of 10 ids': async () => {
    await remove({ trafficMirrorSessionId: 'tms-full', trafficMirrorSourceIds: ids(10, 10) });
    assert.equal((await sources('tms-full')).length, 15);
  },
  'remove of 11 ids': async () => {
    await fails(remove({ trafficMirrorSessionId: 'tms-full', trafficMirrorSourceIds: ids(0, 11) }), ClientError, 'IllegalParam.TrafficMirrorSourceIds');
    assert.equal((await sources('tms-full')).length, 15);
  },
  'dry run': async () => {
    const error = await fails(add({ trafficMirrorSessionId: 'tms-dry', trafficMirrorSourceIds: ['eni-1'], dryRun: true }), ClientError, 'DryRunOperation');
    assert.equal(error.statusCode, 400);
    assert.deepEqual(await sources('tms-dry'), []);
  },
  'token replay': async () => {
    const call = () => add({ trafficMirrorSessionId: 'tms-token', trafficMirrorSourceIds: ['eni-1'], clientToken: 'token-1' });
    const first = await call();
    assert.equal((await call()).body.requestId, first.body.requestId);
    assert.deepEqual(await sources('tms-token'), ['eni-1']);
  },
  'token mismatch': async () => {
    await fails(add({ trafficMirrorSessionId: 'tms-token', trafficMirrorSourceIds: ['eni-2'], clientToken: 'token-1' }), ClientError, 'IdempotentParameterMismatch');
  },
  'wrong secret': async () => {
    const error = await fails(list({}, client({ ...main, accessKeySecret: 'wrong' })), ClientError, 'SignatureDoesNotMatch');
    assert.equal(error.statusCode, 400);
  },
  'unknown key': async () => {
    await fails(list({}, client({ ...main, accessKeyId: 'LTAInobody' })), ClientError, 'InvalidAccessKeyId.NotFound');
  },
  'STS token': async () => {
    const { body } = await list({}, client(sts));
    assert.deepEqual(body.trafficMirrorSessions.map((s) => s.trafficMirrorSessionId), ['tms-sts']);
  },
  'STS key without its token': async () => {
    await fails(list({}, client({ accessKeyId: sts.accessKeyId, accessKeySecret: sts.accessKeySecret })), ClientError, 'MissingSecurityToken');
  },
  'expired STS credential and its successor': async () => {
    const key = { accessKeyId: 'STS.expired', accessKeySecret: 'expired-secret' };
    const error = await fails(list({}, client({ ...key, securityToken: 'expired-token' })), ClientError, 'InvalidSecurityToken.Expired');
    assert.equal(error.statusCode, 400);
    const next = { accessKeyId: 'STS.next', accessKeySecret: 'next-secret', securityToken: 'next-token' };
    await control('credentials', { account: 'expired', ...next, expiresIn: '1h' });
    assert.deepEqual((await list({}, client(next))).body.trafficMirrorSessions, []);
  },
  'V1 signature': async () => {
    const { body } = await list({ trafficMirrorSessionIds: ['tms-full'] }, client(main, { signatureAlgorithm: 'v2' }));
    assert.equal(body.totalCount, '1');
  },
  'V1 success in XML': async () => {
    const list = (await v1WithoutFormat({ Action: 'ListTrafficMirrorSessions', 'TrafficMirrorSessionIds.1': 'tms-named' })).xml;
    assert.equal(list.ListTrafficMirrorSessionsResponse.TotalCount, '1');
    const session = list.ListTrafficMirrorSessionsResponse.TrafficMirrorSessions;
    assert.deepEqual([session.TrafficMirrorSessionId, session.Enabled, session.Tags.Value], ['tms-named', 'false', 'ids']);
    const { status, xml } = await v1WithoutFormat({ Action: 'GetTrafficMirrorServiceStatus' });
    assert.deepEqual([status, xml.GetTrafficMirrorServiceStatusResponse.Enabled], [200, 'true']);
  },
  'V1 error in XML': async () => {
    const { status, xml } = await v1WithoutFormat({ Action: 'ListTrafficMirrorSessions', MaxResults: '0' });
    assert.deepEqual([status, xml.Error.Code], [400, 'IllegalParam.MaxResults']);
  },
  'throttling with retry-after': async () => {
    await fault({ kind: 'throttle', times: 1, retryAfterMs: 1500 });
    const error = await fails(list(), ThrottlingError, 'Throttling.User');
    assert.equal(error.retryAfter, 1500);
    assert.equal(error.statusCode, 400);
  },
  'throttling without retry-after': async () => {
    await fault({ kind: 'throttle', times: 1 });
    const error = await fails(list(), ThrottlingError, 'Throttling.User');
    assert.equal(error.retryAfter ?? null, null);
  },
  'server error': async () => {
    await fault({ kind: 'error', times: 1 });
    assert.equal((await fails(list(), ServerError, 'ServiceUnavailable')).statusCode, 503);
  },
  'dropped connection after the effect': async () => {
    await fault({ kind: 'dropAfterEffect', times: 1 });
    await assert.rejects(add({ trafficMirrorSessionId: 'tms-drop', trafficMirrorSourceIds: ['eni-1'] }));
    assert.deepEqual(await sources('tms-drop'), ['eni-1']);
  },
  'error codes of a write': async () => {
    const id = 'tms-errors';
    await fails(remove({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'ResourceNotAssociated.TrafficMirrorSource');
    await fails(remove({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-1', 'eni-1'] }), ClientError, 'DuplicatedParam.SourceInstanceIds');
    await fails(add({ trafficMirrorSessionId: 'tms-none', trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'ResourceNotFound.TrafficMirrorSession');
    await fails(add({ trafficMirrorSessionId: 'tms-held', trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'IncorrectStatus.TrafficMirrorSession');
    await fails(add({ trafficMirrorSessionId: 'tms-locked', trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'IncorrectBusinessStatus.TrafficMirror');
    await fails(add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-deleted'] }), ClientError, 'ResourceNotFound.NetworkInterface');
    await fails(add({ trafficMirrorSessionId: id, trafficMirrorSourceIds: ['eni-alone'] }), ClientError, 'ResourceNotFound.EcsInstance');
    await fails(add({ regionId: 'cn-shenzhen', trafficMirrorSessionId: 'tms-x', trafficMirrorSourceIds: ['eni-1'] }), ClientError, 'OptInRequired.TrafficMirror');
  },
  'documented texts of errors': async () => {
    const text = async (request, expected) => {
      const error = await remove(request).then(() => assert.fail(`no error; "${expected}" was expected`), (e) => e);
      assert.equal(error.message, `${error.code}: code: 400, ${expected} request id: ${error.requestId}`);
    };
    const one = { trafficMirrorSourceIds: ['eni-1'] };
    await text({ ...one, trafficMirrorSessionId: 'tms-locked' }, 'The business status of traffic mirror is incorrect.');
    await text({ ...one, trafficMirrorSessionId: 'tms-x', regionId: 'cn-shenzhen' }, 'You need to subscribe to the traffic mirror service first.');
    await text({ trafficMirrorSessionId: 'tms-errors', trafficMirrorSourceIds: ['eni-1', 'eni-1'] }, 'The parameter of source instance IDs contains duplicate values.');
    await text({ ...one, trafficMirrorSessionId: 'tms-none' }, 'The specified resource of traffic mirror session is not found.');
    await text({ ...one, trafficMirrorSessionId: 'tms-held' }, 'The status of traffic mirror session is incorrect.');
    await text({ ...one, trafficMirrorSessionId: 'tms-errors' }, 'The specified traffic mirror source and session are not associated.');
    await text({ trafficMirrorSessionId: 'tms-errors', trafficMirrorSourceIds: ['eni-deleted'] }, 'The specified resource of network interface is not found.');
    await text({ trafficMirrorSessionId: 'tms-errors', trafficMirrorSourceIds: ['eni-alone'] }, 'The specified resource of ECS instance is not found.');
  },
  'session created by somebody else': async () => {
    await control('foreign', { do: 'create', account: 'sts', region: RegionId, session: { id: 'tms-theirs', sources: ['eni-7'], createdIn: '1h' } });
    const session = (await list({ trafficMirrorSessionIds: ['tms-theirs'] }, client(sts))).body.trafficMirrorSessions[0];
    assert.deepEqual([session.trafficMirrorSessionStatus, session.trafficMirrorSourceIds], ['Creating', ['eni-7']]);
    await fails(add({ trafficMirrorSessionId: 'tms-theirs', trafficMirrorSourceIds: ['eni-8'] }, client(sts)), ClientError, 'IncorrectStatus.TrafficMirrorSession');
  },
  'service status': async () => {
    const status = (regionId) => sdk.getTrafficMirrorServiceStatus(new Vpc.GetTrafficMirrorServiceStatusRequest({ regionId }));
    assert.equal((await status(RegionId)).body.enabled, true);
    assert.equal((await status('cn-shenzhen')).body.enabled, false);
  },
  'unknown action': async () => {
    const error = await fails(sdk.describeVpcs(new Vpc.DescribeVpcsRequest({ regionId: RegionId })), ClientError, 'InvalidApi.NotFound');
    assert.equal(error.statusCode, 404);
  },
};
