import { connectAsync, type MqttClient } from 'mqtt';
import { cpuSince, type Listen, type Received, settle } from './receiver.ts';
import { serveProcess } from './serve-process.ts';

let client: MqttClient;
let messages = 0;
let first = 0;
let last = 0;
let cpu = process.cpuUsage();

const handlers = {
  /** Connects a bare mqtt.js client that counts messages. */
  async start(port: number): Promise<void> {
    client = await connectAsync(`mqtt://127.0.0.1:${port}`);
    client.on('message', () => {
      last = performance.now();
      if (messages === 0) first = last;
      messages += 1;
    });
  },
  async listen({ topic, qos }: Listen): Promise<void> {
    await client.subscribeAsync(topic, { qos });
    messages = 0;
    cpu = process.cpuUsage();
  },
  /** Resolves when as many messages came, or no more come. */
  async heard(count: number): Promise<Received> {
    await settle(() => messages, count);
    return { messages, milliseconds: last - first, cpu: cpuSince(cpu) };
  },
};
export type Subscriber = typeof handlers;
serveProcess(handlers);
