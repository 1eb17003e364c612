import { startClock } from '../../clock.ts';
import { PacketFile } from '../packet-file.ts';
import { PacketLog } from '../packet-log.ts';

/**
 * A program that records numbered QoS 0 messages into the file it is given until it is killed. Each
 * time a flush is over it prints how many packets were appended before that flush.
 */
const [path = ''] = process.argv.slice(2);
const clock = startClock();
const file = await PacketFile.create(path);
const log = new PacketLog(file);
log.writeHeader();
const connection = log.openConnection(clock());

/** PUBLISH of a number as 8 hex digits on topic `n`, padded so that the file grows fast. */
function message(number: number): Buffer {
  const text = number.toString(16).padStart(8, '0');
  const body = Buffer.concat([Buffer.from([0, 1, 0x6e]), Buffer.from(text), Buffer.alloc(100)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

for (let number = 0; ; ) {
  for (let burst = 0; burst < 500; burst += 1) {
    log.append(connection, true, message(number), clock());
    number += 1;
  }
  await file.flush();
  process.stdout.write(`${number}\n`);
}
