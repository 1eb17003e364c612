import type { Direction } from '../../../shared/contract/packets.ts';

/**
 * IPv4 and TCP headers around decrypted MQTT, so that other tools read a capture as an ordinary
 * conversation on port 1883. The device is 10.0.0.1, the broker 10.0.0.2; every connection of a
 * capture has a client port of its own and so is a TCP stream of its own, opened and closed.
 */

/** IPv4 (20) and TCP (20) without options. */
export const HEADERS_BYTES = 40;
/** What fits behind the headers into one IPv4 packet. */
export const SEGMENT_BYTES_MAX = 65_535 - HEADERS_BYTES;
export const BROKER_PORT = 1883;
/** First of the ports IANA leaves for clients; connection n uses this port plus n. */
export const FIRST_CLIENT_PORT = 49_152;
/** Connections that differ by their port; the next ones come from another address. */
const PORTS = 65_536 - FIRST_CLIENT_PORT;

export const FLAG_FIN = 0x01;
export const FLAG_SYN = 0x02;
const FLAG_FIN_ACK = 0x11;
const FLAG_PSH_ACK = 0x18;
const FLAG_SYN_ACK = 0x12;
const FLAG_ACK = 0x10;

/** 10.0.0.1 for the first 16,384 connections, 10.0.1.1 for the next: no reconnect reuses a pair. */
const deviceAddress = (connection: number) => {
  const block = Math.floor(connection / PORTS);
  return [10, (block >> 8) & 0xff, block & 0xff, 1];
};
const BROKER = [10, 0, 0, 2];

/** A packet without data, and who sends it: three open a connection, three close it. */
export type Handshake = 'syn' | 'syn-ack' | 'ack' | 'fin' | 'fin-answer' | 'last-ack';
export const OPENING = ['syn', 'syn-ack', 'ack'] as const;
export const CLOSING = ['fin', 'fin-answer', 'last-ack'] as const;

/** True for the steps that the device takes; `closer` is the side whose FIN comes first. */
export function isSentStep(step: Handshake, closer: Direction): boolean {
  if (step === 'fin' || step === 'last-ack') return closer === 'sent';
  if (step === 'fin-answer') return closer === 'received';
  return step !== 'syn-ack';
}

/** Sequence numbers of one connection, and its headers. */
export class SyntheticTcp {
  private readonly clientPort: number;
  private readonly device: readonly number[];
  /** Next sequence number of each side; the handshake's SYN takes number 0. */
  private nextSent = 1;
  private nextReceived = 1;

  constructor(connection: number) {
    this.clientPort = FIRST_CLIENT_PORT + (connection % PORTS);
    this.device = deviceAddress(connection);
  }

  /** Writes one of the packets without data, HEADERS_BYTES long. */
  writeHandshake(target: Buffer, at: number, step: Handshake, closer: Direction): void {
    const sent = isSentStep(step, closer);
    if (step === 'syn') this.write(target, at, sent, 0, 0, FLAG_SYN, 0);
    else if (step === 'syn-ack') this.write(target, at, sent, 0, 1, FLAG_SYN_ACK, 0);
    else if (step === 'ack') this.write(target, at, sent, 1, 1, FLAG_ACK, 0);
    else this.writeClosing(target, at, step, sent);
  }

  /** Writes the headers of a data segment and counts its bytes. */
  writeSegment(target: Buffer, at: number, sent: boolean, length: number): void {
    if (sent) {
      this.write(target, at, true, this.nextSent, this.nextReceived, FLAG_PSH_ACK, length);
      this.nextSent = (this.nextSent + length) % 0x100000000;
    } else {
      this.write(target, at, false, this.nextReceived, this.nextSent, FLAG_PSH_ACK, length);
      this.nextReceived = (this.nextReceived + length) % 0x100000000;
    }
  }

  private writeClosing(target: Buffer, at: number, step: Handshake, sent: boolean): void {
    const own = sent ? this.nextSent : this.nextReceived;
    const other = sent ? this.nextReceived : this.nextSent;
    // A FIN takes one sequence number.
    const ownEnd = (own + 1) % 0x100000000;
    const otherEnd = (other + 1) % 0x100000000;
    if (step === 'fin') this.write(target, at, sent, own, other, FLAG_FIN_ACK, 0);
    else if (step === 'fin-answer') this.write(target, at, sent, own, otherEnd, FLAG_FIN_ACK, 0);
    else this.write(target, at, sent, ownEnd, otherEnd, FLAG_ACK, 0);
  }

  private write(
    target: Buffer,
    at: number,
    sent: boolean,
    sequence: number,
    acknowledged: number,
    flags: number,
    length: number,
  ): void {
    target.fill(0, at, at + HEADERS_BYTES);
    target[at] = 0x45;
    target.writeUInt16BE(HEADERS_BYTES + length, at + 2);
    target[at + 6] = 0x40; // don't fragment
    target[at + 8] = 64; // time to live
    target[at + 9] = 6; // TCP
    target.set(sent ? this.device : BROKER, at + 12);
    target.set(sent ? BROKER : this.device, at + 16);
    target.writeUInt16BE(sent ? this.clientPort : BROKER_PORT, at + 20);
    target.writeUInt16BE(sent ? BROKER_PORT : this.clientPort, at + 22);
    target.writeUInt32BE(sequence, at + 24);
    target.writeUInt32BE(acknowledged, at + 28);
    target[at + 32] = 0x50;
    target[at + 33] = flags;
    target.writeUInt16BE(0xffff, at + 34);
    // Checksums stay 0: network cards fill them in, so readers do not check them by default.
  }
}
