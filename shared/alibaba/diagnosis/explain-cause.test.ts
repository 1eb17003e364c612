import { describe, expect, test } from 'vitest';
import type { DeviceTarget } from '../../contract/devices.ts';
import { type Cause, causeSchema } from '../../session/connection-state.ts';
import { explainCause } from './explain-cause.ts';

const triple = {
  productKey: 'a1pk',
  deviceName: 'lamp',
  signMethod: 'hmacsha256',
  clientId: '',
} as const;
const options = {
  keepAlive: 20,
  cleanSession: false,
  transport: 'tls',
  port: 1883,
  rootCertificate: null,
} as const;
const cloud: DeviceTarget = {
  kind: 'alibaba-public',
  region: 'cn-shanghai',
  ...triple,
  ...options,
};
const local: DeviceTarget = { kind: 'local', ...triple, keepAlive: 300, cleanSession: false };
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'bench',
  host: 'broker.test',
  mqttVersion: '3.1.1',
  clientId: '',
  username: '',
  ...options,
};

const cause = (kind: Cause['kind'], code: number | null = null): Cause => ({
  kind,
  phase: 'mqtt',
  code,
  raw: 'raw text',
});
const ruleOf = (kind: Cause['kind'], target: DeviceTarget, code: number | null = null) =>
  explainCause(cause(kind, code), { target }).map(({ rule }) => rule);

describe('explainCause', () => {
  test.each([
    [1, 'connack-version'],
    [2, 'connack-client-id'],
    [3, 'connack-unavailable'],
    [4, 'connack-credentials'],
    [5, 'connack-not-authorized'],
  ])('explains CONNACK %i in the terms of the other end', (code, rule) => {
    expect(ruleOf('connack-refused', broker, code)).toEqual([rule]);
    expect(ruleOf('connack-refused', cloud, code)).toEqual([`${rule}-platform`]);
    expect(ruleOf('connack-refused', local, code)).toEqual([`${rule}-platform`]);
  });

  test.each([
    [135, 'reason-not-authorized'],
    [134, 'reason-credentials'],
    [200, 'reason-unknown'],
    [6, 'connack-unknown'],
  ])('explains CONNACK %i of any broker', (code, rule) => {
    expect(ruleOf('connack-refused', broker, code)).toEqual([rule]);
  });

  test('explains every cause with one finding on every kind of target', () => {
    for (const kind of causeSchema.shape.kind.options)
      for (const target of [cloud, local, broker])
        expect(explainCause(cause(kind), { target }), kind).toHaveLength(1);
  });

  test('gives the platform another meaning than a plain broker where it has one', () => {
    for (const kind of ['dns-failed', 'timed-out', 'no-connack', 'closed-by-broker'] as const)
      expect(ruleOf(kind, cloud)).toEqual(ruleOf(kind, broker).map((rule) => `${rule}-platform`));
  });

  test.each([
    ['untrusted', 'tls-untrusted', 'tls-intercepted-platform'],
    ['self-signed', 'tls-self-signed', 'tls-intercepted-platform'],
    ['expired', 'tls-expired', 'tls-expired-platform'],
    ['not-yet-valid', 'tls-not-yet-valid', 'tls-not-yet-valid-platform'],
    ['other-name', 'tls-other-name', 'tls-other-name-platform'],
  ] as const)(
    'tells what is wrong with a certificate that is %s',
    (problem, elsewhere, onPlatform) => {
      const ruleWith = (target: DeviceTarget) => {
        const failed = {
          ...cause('tls-failed'),
          certificate: { problem, root: 'Some Company CA' },
        };
        return explainCause(failed, { target }).map(({ rule }) => rule);
      };
      expect(ruleWith(broker)).toEqual([elsewhere]);
      expect(ruleWith(local)).toEqual([elsewhere]);
      expect(ruleWith(cloud)).toEqual([onPlatform]);
    },
  );

  test('takes a handshake that broke off without a certificate as that', () => {
    expect(ruleOf('tls-failed', cloud)).toEqual(['tls-failed-platform']);
    expect(ruleOf('tls-failed', broker)).toEqual(['tls-failed']);
  });

  test.each([
    ['GlobalSign Root CA', null, 'tls-r1-untrusted-platform'],
    ['GlobalSign Root CA - R6', null, 'tls-root-untrusted-platform'],
    ['GlobalSign Root CA', 'PEM', 'tls-wrong-root-platform'],
    ['Aliyun IoT Root CA', null, 'tls-root-missing-platform-8883'],
    ['Aliyun IoT Root CA', 'PEM', 'tls-wrong-root-platform-8883'],
    ['Some Company CA', null, 'tls-intercepted-platform'],
  ])('tells what to do about the root %s on the platform, given %s', (root, given, rule) => {
    const failed: Cause = { ...cause('tls-failed'), certificate: { problem: 'untrusted', root } };
    const [found] = explainCause(failed, { target: { ...cloud, rootCertificate: given } });
    expect(found).toMatchObject({ rule, values: { root } });
  });

  test('takes a refused connection to the local platform as one that is not running', () => {
    expect(ruleOf('connection-refused', local)).toEqual(['local-platform-not-running']);
    expect(ruleOf('platform-not-running', local)).toEqual(['local-platform-not-running']);
  });

  test('explains the reason code of a DISCONNECT, and one without', () => {
    expect(ruleOf('disconnected-by-broker', broker, 142)).toEqual(['reason-taken-over']);
    expect(ruleOf('disconnected-by-broker', broker)).toEqual(['disconnected-by-broker']);
  });

  test.each([
    [2, 'registration-parameters-platform'],
    [3, 'registration-unavailable-platform'],
    [4, 'registration-refused-platform'],
    [5, 'connack-not-authorized-platform'],
  ])('explains CONNACK %i to a registration', (code, rule) => {
    const credentials = { kind: 'register', preRegistered: true } as const;
    expect(ruleOf('connack-refused', { ...cloud, credentials }, code)).toEqual([rule]);
  });

  test('carries the values that its texts name', () => {
    expect(explainCause(cause('connack-refused', 3), { target: cloud })).toEqual([
      {
        severity: 'error',
        rule: 'connack-unavailable-platform',
        source: 'D-148610',
        values: {
          host: 'a1pk.iot-as-mqtt.cn-shanghai.aliyuncs.com',
          port: 1883,
          keepAlive: 20,
          code: 3,
          raw: 'raw text',
          root: '',
        },
      },
    ]);
  });
});
