import type { PublishProperties } from '../../shared/contract/publish-properties.ts';
import { topicProblem } from '../../shared/mqtt/topic-filter.ts';
import { readUserProperties, userPropertyLines } from '../components/user-properties.ts';
import { base64ToHex, hexProblem, hexToBase64 } from './hex.ts';

/** Properties of an MQTT 5 message as they are typed; what is empty is not sent. */
export interface DraftProperties {
  readonly isText: boolean;
  readonly contentType: string;
  readonly expirySeconds: number | '';
  readonly responseTopic: string;
  /** Bytes in hexadecimal. */
  readonly correlationData: string;
  /** A `name=value` in each line. */
  readonly userProperties: string;
}

export const noProperties: DraftProperties = {
  isText: false,
  contentType: '',
  expirySeconds: '',
  responseTopic: '',
  correlationData: '',
  userProperties: '',
};

/** Seconds in four bytes (MQTT 5.0 §3.3.2.3.3). */
const EXPIRY_MAX = 0xff_ff_ff_ff;

/** A property that may be typed wrong. */
export type CheckedProperty = Exclude<keyof DraftProperties, 'isText' | 'contentType'>;

/** The properties that cannot be sent as they are typed. */
export function propertyProblems(draft: DraftProperties): readonly CheckedProperty[] {
  const { expirySeconds, responseTopic, correlationData, userProperties } = draft;
  const isExpiry =
    expirySeconds === '' ||
    (Number.isInteger(expirySeconds) && expirySeconds >= 0 && expirySeconds <= EXPIRY_MAX);
  return [
    ...(isExpiry ? [] : (['expirySeconds'] as const)),
    ...(responseTopic === '' || topicProblem(responseTopic) === null
      ? []
      : (['responseTopic'] as const)),
    ...(hexProblem(correlationData) === null ? [] : (['correlationData'] as const)),
    ...(readUserProperties(userProperties) ? [] : (['userProperties'] as const)),
  ];
}

/** What is sent of properties that have no problem; null if nothing is. */
export function publishProperties(draft: DraftProperties): PublishProperties | null {
  const { isText, contentType, expirySeconds, responseTopic, correlationData } = draft;
  const userProperties = readUserProperties(draft.userProperties) ?? [];
  const properties: PublishProperties = {
    ...(isText ? { payloadFormatIndicator: true } : {}),
    ...(contentType === '' ? {} : { contentType }),
    ...(expirySeconds === '' ? {} : { messageExpiryInterval: expirySeconds }),
    ...(responseTopic === '' ? {} : { responseTopic }),
    ...(correlationData.trim() === '' ? {} : { correlationData: hexToBase64(correlationData) }),
    ...(userProperties.length === 0 ? {} : { userProperties }),
  };
  return Object.keys(properties).length === 0 ? null : properties;
}

/** Properties as they are typed. */
export function draftProperties(properties: PublishProperties): DraftProperties {
  return {
    isText: properties.payloadFormatIndicator ?? false,
    contentType: properties.contentType ?? '',
    expirySeconds: properties.messageExpiryInterval ?? '',
    responseTopic: properties.responseTopic ?? '',
    correlationData: base64ToHex(properties.correlationData ?? ''),
    userProperties: userPropertyLines(properties.userProperties ?? []),
  };
}
