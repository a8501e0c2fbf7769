// The limits of an account on its first day.
import { Vpc, ClientError, control, ids, call, bare, fails } from './cloud.mjs';

const add = (trafficMirrorSessionId, trafficMirrorSourceIds) =>
  call('addSourcesToTrafficMirrorSession', { trafficMirrorSessionId, trafficMirrorSourceIds }, bare);
const create = (priority, trafficMirrorSourceIds, target = 'eni-roomy', more = {}) => call('createTrafficMirrorSession', {
  trafficMirrorFilterId: 'tmf-limits', trafficMirrorTargetId: target, trafficMirrorTargetType: 'NetworkInterface', priority,
  trafficMirrorSourceIds, ...more }, bare);

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
  'two hundred sources of a large target': async () => {
    for (let n = 0; n < 20; n++) await create(121 + n, ids(1000 + 10 * n, 10), 'eni-large');
    await fails(create(141, ['eni-1'], 'eni-large'), ClientError, 'QuotaExceeded.TrafficMirrorTarget');
  },
  'five hundred sources of a load balancer': async () => {
    const more = { trafficMirrorTargetType: 'SLB' };
    for (let n = 0; n < 50; n++) await create(201 + n, ids(2000 + 10 * n, 10), 'lb-500', more);
    await fails(create(251, ['eni-1'], 'lb-500', more), ClientError, 'QuotaExceeded.TrafficMirrorTarget');
  },
  'sessions of a filter and of a region': async () => {
    await control('settings', { maxSessionsPerFilter: 3 });
    await fails(create(301, ['eni-1']), ClientError, 'QuotaExceeded.TrafficMirrorSessionPerFilter');
    await control('settings', { maxSessionsPerFilter: 2000, maxSessions: 3 });
    await fails(create(301, ['eni-1']), ClientError, 'QuotaExceeded.TrafficMirrorSession');
    await control('settings', { maxSessions: 20000 });
  },
  'a priority once in a region': async () => fails(create(101, ['eni-1']), ClientError, 'DuplicatedParam.Priority'),
  'a source is not the target': async () => fails(create(190, ['eni-roomy']), ClientError, 'OperationDenied.SourceIsTarget'),
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
