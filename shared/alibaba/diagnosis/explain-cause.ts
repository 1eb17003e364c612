import { credentialsOfTarget, type DeviceTarget } from '../../contract/devices.ts';
import type { Finding } from '../../contract/packets.ts';
import type { Cause } from '../../session/connection-state.ts';
import {
  connackRule,
  type DiagnosisContext,
  isPlatform,
  reasonRule,
  targetValues,
} from './codes.ts';
import { type FindingRule, finding } from './rules.ts';
import { tlsRule } from './tls-rule.ts';

/** CONNACK codes of a dynamic registration mean something else (alibaba-iot §1.5). */
function registrationRule(code: number): FindingRule | null {
  if (code === 2) return 'registration-parameters-platform';
  if (code === 3) return 'registration-unavailable-platform';
  return code === 4 ? 'registration-refused-platform' : null;
}

function connackRuleFor(code: number, target: DeviceTarget): FindingRule {
  const registers = target.kind !== 'broker' && credentialsOfTarget(target).kind === 'register';
  return (
    (registers ? registrationRule(code) : null) ??
    connackRule(code, isPlatform(target)) ??
    'connack-unknown'
  );
}

function ruleFor({ kind, code, certificate }: Cause, target: DeviceTarget): FindingRule {
  const platform = isPlatform(target);
  switch (kind) {
    case 'dns-failed':
      return platform ? 'dns-failed-platform' : 'dns-failed';
    case 'connection-refused':
      if (target.kind === 'local') return 'local-platform-not-running';
      return platform ? 'connection-refused-platform' : 'connection-refused';
    case 'timed-out':
      return platform ? 'timed-out-platform' : 'timed-out';
    case 'tls-failed':
      return tlsRule(target, certificate);
    case 'websocket-refused':
      return platform ? 'websocket-refused-platform' : 'websocket-refused';
    case 'connack-refused':
      return connackRuleFor(code ?? 0, target);
    case 'no-connack':
      return platform ? 'no-connack-platform' : 'no-connack';
    case 'closed-by-broker':
      return platform ? 'closed-by-broker-platform' : 'closed-by-broker';
    case 'disconnected-by-broker':
      return reasonRule(code ?? 0) ?? 'disconnected-by-broker';
    case 'connection-reset':
      return platform ? 'connection-reset-platform' : 'connection-reset';
    case 'platform-not-running':
      return 'local-platform-not-running';
    case 'unknown':
      return 'unknown-cause';
    case 'unreachable':
    case 'keep-alive-timeout':
    case 'protocol-error':
    case 'secret-unreadable':
    case 'storage-failed':
    case 'registration-unanswered':
      return kind;
  }
}

/**
 * Why a connection failed or ended, in terms of what the other end is: on IoT Platform and the local
 * platform what their codes mean there, on another broker what MQTT says. Values: those of
 * the target, `code` (-1 without one), `raw`, and `root` (of the certificate's chain, empty without).
 */
export function explainCause(cause: Cause, { target }: DiagnosisContext): Finding[] {
  return [
    finding(ruleFor(cause, target), {
      ...targetValues(target),
      code: cause.code ?? -1,
      raw: cause.raw,
      root: cause.certificate?.root ?? '',
    }),
  ];
}
