import { Duplex } from 'node:stream';

/** Sees every chunk as it crosses the wire, before anybody interprets it. */
export interface Tap {
  sent(chunk: Buffer): void;
  received(chunk: Buffer): void;
}

/**
 * An ordinary stream around a transport, with a tap on both directions. What is written in one turn
 * (mqtt.js corks the pieces of a packet) goes out, and past the tap, as one chunk.
 */
export function tapWire(transport: Duplex, tap: Tap): Duplex {
  const wire = new Duplex({
    allowHalfOpen: false,
    read: () => {
      transport.resume();
    },
    write: (chunk: Buffer, _encoding, done) => {
      tap.sent(chunk);
      transport.write(chunk, done);
    },
    writev: (writes, done) => {
      const chunk = Buffer.concat(writes.map((write) => write.chunk as Buffer));
      tap.sent(chunk);
      transport.write(chunk, done);
    },
    final: (done) => {
      transport.end(done);
    },
    destroy: (error, done) => {
      transport.destroy();
      done(error);
    },
  });
  transport.on('data', (chunk: Buffer) => {
    tap.received(chunk);
    if (!wire.push(chunk)) transport.pause();
  });
  transport.on('end', () => wire.push(null));
  transport.on('error', (error) => wire.destroy(error));
  transport.on('close', () => wire.destroy());
  return wire;
}
