import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react';
import type { Comparison, DeviceConnect } from '../../shared/contract/connection-parameters.ts';
import { ask } from '../bridge.ts';

const empty: DeviceConnect = { clientId: '', username: '', password: '' };

/** What is typed to compare, and what the host says of it; a change takes the answer away. */
export function useComparison(deviceId: string) {
  const [given, setGiven] = useState(empty);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useRef(0);

  function change(field: keyof DeviceConnect, value: string) {
    asked.current += 1;
    setGiven((now) => ({ ...now, [field]: value }));
    setComparison(null);
    setFailure(null);
  }

  /** An input drops line breaks from what is pasted; a device sends them, so they are compared. */
  function keepLineBreaks(field: keyof DeviceConnect, event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart ?? value.length);
    change(field, before + text + value.slice(selectionEnd ?? value.length));
  }

  async function compare() {
    asked.current += 1;
    const number = asked.current;
    setFailure(null);
    try {
      const answer = await ask('devices.compare', { deviceId, ...given });
      if (number === asked.current) setComparison(answer);
    } catch (error) {
      if (number === asked.current) setFailure(error);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void compare();
  }

  return { given, comparison, failure, change, keepLineBreaks, submit };
}
