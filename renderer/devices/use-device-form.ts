import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { parseTriples } from '../../shared/alibaba/triple-text.ts';
import type { Device } from '../../shared/contract/devices.ts';
import { AskError, ask } from '../bridge.ts';
import { closeDeviceForm } from '../stores/dialogs.ts';
import { openDevice } from '../stores/tabs.ts';
import { type FieldErrors, toDraft } from './device-draft.ts';
import {
  type DeviceField,
  type DeviceFormValues,
  withChange,
  withTriple,
} from './device-form-values.ts';
import { initialValues } from './initial-values.ts';

export interface DeviceForm {
  /** The device that is edited; null for a new one. */
  readonly device: Device | null;
  readonly values: DeviceFormValues;
  readonly errors: FieldErrors;
  /** Why saving failed, if it did. */
  readonly failure: unknown;
  readonly saving: boolean;
  /** How many triples were pasted last; 0 before the first paste. */
  readonly pasted: number;
  change(change: Partial<DeviceFormValues>): void;
  paste(event: ClipboardEvent): void;
  submit(event: FormEvent): void;
}

/** What the host finds wrong with a certificate or its key, at the field it is about. */
function fieldOfFailure(error: unknown): FieldErrors | null {
  const code = error instanceof AskError ? error.code : null;
  switch (code) {
    case 'certificate-unreadable':
      return { certificate: 'rootCertificate' };
    case 'key-unreadable':
      return { privateKey: 'keyUnreadable' };
    case 'key-mismatch':
      return { privateKey: 'keyMismatch' };
    default:
      return null;
  }
}

/** The state of the device form: what is typed, what is wrong with it, and saving it. */
export function useDeviceForm(device: Device | null): DeviceForm {
  const [values, setValues] = useState(() => initialValues(device));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const [pasted, setPasted] = useState(0);

  function change(part: Partial<DeviceFormValues>) {
    setValues((now) => withChange(now, part));
    // What is being corrected is judged again on saving, not while it is typed.
    setErrors((now) => {
      const left = { ...now };
      for (const field of Object.keys(part) as DeviceField[]) delete left[field];
      return left;
    });
  }

  function paste(event: ClipboardEvent) {
    const triples = parseTriples(event.clipboardData.getData('text'));
    const first = triples?.[0];
    if (!triples || !first) return;
    event.preventDefault();
    setValues((now) => withTriple(now, first));
    setErrors({});
    setPasted(triples.length);
  }

  async function save() {
    const result = toDraft(values, device);
    if ('errors' in result) {
      setErrors(result.errors);
      return;
    }
    setErrors({});
    setFailure(null);
    setSaving(true);
    try {
      const saved = await ask('devices.save', result.draft);
      closeDeviceForm();
      openDevice(saved.id);
    } catch (error) {
      const field = fieldOfFailure(error);
      if (field) setErrors(field);
      else setFailure(error);
      setSaving(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save();
  }

  return { device, values, errors, failure, saving, pasted, change, paste, submit };
}
