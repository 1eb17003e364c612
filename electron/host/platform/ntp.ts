import { parseObject } from './alink.ts';
import { logCode } from './log.ts';
import type { MessageHandler } from './service.ts';

/** Answers when the message came and when the answer went, in milliseconds as text (DOCREPO). */
export const answerNtp: MessageHandler = (payload, { owner, now, note, send }) => {
  const request = parseObject(payload);
  if (request === null || request.deviceSendTime === undefined) {
    note(logCode.badPayload, 'NTP: deviceSendTime is missing');
    return;
  }
  const answer = {
    deviceSendTime: String(request.deviceSendTime),
    serverRecvTime: String(now),
    serverSendTime: String(Date.now()),
  };
  send(`/ext/ntp/${owner.productKey}/${owner.deviceName}/response`, JSON.stringify(answer));
};
