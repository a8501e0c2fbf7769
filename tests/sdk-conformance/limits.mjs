// The limits of an account on its first day.
import { Vpc, ClientError, ids, call, bare, fails } from './cloud.mjs';

const add = (trafficMirrorSessionId, trafficMirrorSourceIds) =>
  call('addSourcesToTrafficMirrorSession', { trafficMirrorSessionId, trafficMirrorSourceIds }, bare);
const create = (priority, trafficMirrorSourceIds, target = 'eni-roomy') => call('createTrafficMirrorSession', {
  trafficMirrorFilterId: 'tmf-limits', trafficMirrorTargetId: target, trafficMirrorTargetType: 'NetworkInterface', priority,
  trafficMirrorSourceIds }, bare);

export const checks = {
  'ten sources in a session': async () =>
    fails(add('tms-ten', ['eni-eleven']), ClientError, 'QuotaExceeded.TrafficMirrorSource'),
  'three sessions of an interface': async () => {
    for (const priority of [101, 102, 103]) await create(priority, ['eni-popular']);
    await fails(create(104, ['eni-popular']), ClientError, 'QuotaExceeded.TrafficMirrorSessionPerSource');
  },
  'twenty sources of a small target': async () => {
    await create(111, ids(100, 10), 'eni-small');
    await create(112, ids(110, 10), 'eni-small');
    await fails(create(113, ['eni-1'], 'eni-small'), ClientError, 'QuotaExceeded.TrafficMirrorTarget');
  },
  'more sources of a large target': async () => {
    for (const n of [0, 1, 2]) await create(121 + n, ids(200 + 10 * n, 10), 'eni-large');
  },
  'a priority once in a region': async () => fails(create(101, ['eni-1']), ClientError, 'DuplicatedParam.Priority'),
  'a source is not the target': async () => fails(create(130, ['eni-roomy']), ClientError, 'OperationDenied.SourceIsTarget'),
  'twenty rules in a filter': async () => {
    const rule = (priority) => new Vpc.CreateTrafficMirrorFilterRulesRequestEgressRules({ action: 'accept', protocol: 'ALL', priority });
    const rules = (from, count) => call('createTrafficMirrorFilterRules', {
      trafficMirrorFilterId: 'tmf-limits', egressRules: Array.from({ length: count }, (_, i) => rule(from + i)) }, bare);
    await rules(1, 10);
    await rules(11, 10);
    await fails(rules(21, 1), ClientError, 'QuotaExceeded.TrafficMirrorFilterRule');
  },
  'a hundred filters': async () => {
    for (let i = 1; i < 100; i++) await call('createTrafficMirrorFilter', {}, bare);
    await fails(call('createTrafficMirrorFilter', {}, bare), ClientError, 'QuotaExceeded.TrafficMirrorFilter');
  },
};
