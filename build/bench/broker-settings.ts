/**
 * Lines of mosquitto's configuration for floods: nothing is dropped, whatever queues up; no more in
 * flight than packet identifiers can tell apart; nothing is written about each packet.
 */
export const BROKER_SETTINGS = [
  'max_queued_messages 0',
  'max_inflight_messages 1000',
  'log_type none',
];
