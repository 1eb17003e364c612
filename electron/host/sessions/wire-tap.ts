import { Duplex } from 'node:stream';

/** Sees every chunk as it crosses the wire, before anybody interprets it. */
export interface Tap {
  sent(chunk: Buffer): void;
  received(chunk: Buffer): void;
  /** The other side closes the connection, and this one had not. */
  closedByPeer(): void;
}

/**
 * An ordinary stream around a transport, with a tap on both directions. What is written in one turn
 * goes out, and past the tap, as one chunk: the pieces of a packet, which mqtt.js corks, and the
 * answers to all packets of a received chunk. A system call for each PUBACK would cost more than all
 * that is done for its message.
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
    wire.cork();
    setImmediate(() => wire.uncork());
    if (!wire.push(chunk)) transport.pause();
  });
  const peerCloses = () => {
    if (!wire.writableEnded && !wire.destroyed) tap.closedByPeer();
  };
  transport.on('end', () => {
    peerCloses();
    wire.push(null);
  });
  transport.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNRESET') peerCloses();
    wire.destroy(error);
  });
  transport.on('close', () => wire.destroy());
  return wire;
}
