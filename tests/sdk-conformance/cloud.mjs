// The official SDK, its clients for the accounts of the seed (Conformance/SdkRun.cs of the emulator's tests), and short ways to call.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Vpc = require('@alicloud/vpc20160428');
const { ClientError, ServerError, ThrottlingError } = require('@alicloud/openapi-core');
const { Config } = require('@alicloud/openapi-core').$OpenApiUtil;
const { OpenApiUtil } = require('@alicloud/openapi-core');
const { XML } = require('@darabonba/typescript');

const base = new URL(process.argv[2]);
const RegionId = 'cn-hongkong';
const main = { accessKeyId: 'LTAIconformance', accessKeySecret: 'conformance-secret' };
const sts = { accessKeyId: 'STS.conformance', accessKeySecret: 'sts-secret', securityToken: 'sts-token+/=' };
const ids = (from, count) => Array.from({ length: count }, (_, i) => `eni-${String(from + i).padStart(4, '0')}`);

const client = (credential, more = {}) =>
  new Vpc.default(new Config({ ...credential, protocol: 'http', endpoint: base.host, regionId: RegionId, ...more }));
const sdk = client(main);
const list = (request = {}, c = sdk) => c.listTrafficMirrorSessions(new Vpc.ListTrafficMirrorSessionsRequest({ regionId: RegionId, ...request }));
const add = (request, c = sdk) =>
  c.addSourcesToTrafficMirrorSession(new Vpc.AddSourcesToTrafficMirrorSessionRequest({ regionId: RegionId, ...request }));
const remove = (request, c = sdk) =>
  c.removeSourcesFromTrafficMirrorSession(new Vpc.RemoveSourcesFromTrafficMirrorSessionRequest({ regionId: RegionId, ...request }));
const sources = async (id) => (await list({ trafficMirrorSessionIds: [id] })).body.trafficMirrorSessions[0].trafficMirrorSourceIds;
const control = async (path, body) => {
  const reply = await fetch(new URL(`/_emulator/${path}`, base), { method: 'POST', body: JSON.stringify(body) });
  assert.equal(reply.status, 200, await reply.text());
};
const fault = (rule) => control('faults', rule);
// A V1 request without Format: the SDK always sends one, so only its signature function and its XML reader take part.
const v1WithoutFormat = async (request) => {
  const query = {
    ...request, Version: '2016-04-28', RegionId, AccessKeyId: main.accessKeyId, SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0',
    SignatureNonce: OpenApiUtil.getNonce(), Timestamp: OpenApiUtil.getTimestamp(),
  };
  query.Signature = OpenApiUtil.getRPCSignature(query, 'GET', main.accessKeySecret);
  const reply = await fetch(new URL(`/?${new URLSearchParams(query)}`, base));
  assert.equal(reply.headers.get('content-type'), 'text/xml;charset=utf-8');
  return { status: reply.status, xml: XML.parseXml(await reply.text(), null) };
};
const fails = async (promise, type, code) => {
  const error = await promise.then(() => assert.fail(`no error; ${code} was expected`), (e) => e);
  assert.equal(error.code, code, error.message);
  assert.ok(error instanceof type, `${code} came as ${error.name}`);
  return error;
};
// Any operation by its name in the SDK.
const call = (name, request = {}, c = life) =>
  c[name](new Vpc[`${name[0].toUpperCase()}${name.slice(1)}Request`]({ regionId: RegionId, ...request }));
const life = client({ accessKeyId: 'LTAIlifecycle', accessKeySecret: 'lifecycle-secret' });
const bare = client({ accessKeyId: 'LTAIlimits', accessKeySecret: 'limits-secret' });

export {
  assert, RegionId, Vpc, main, sts, sdk, ClientError, ServerError, ThrottlingError,
  client, ids, list, add, remove, sources, control, call, life, bare, fault, v1WithoutFormat, fails,
};
