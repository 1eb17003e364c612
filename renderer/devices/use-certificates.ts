import { useEffect, useState } from 'react';
import type { Certificate } from '../../shared/contract/certificates.ts';
import { ask } from '../bridge.ts';

/** Milliseconds without a keystroke before a text is read. */
const PAUSE_MS = 300;

export interface CertificateReading {
  readonly certificates: readonly Certificate[];
  readonly isUnreadable: boolean;
}

const nothing: CertificateReading = { certificates: [], isUnreadable: false };

/** The certificates in PEM text, read by the host while the text is typed. */
export function useCertificates(pem: string): CertificateReading {
  const [reading, setReading] = useState(nothing);
  useEffect(() => {
    setReading(nothing);
    if (pem.trim() === '') return;
    let isWanted = true;
    const set = (next: CertificateReading) => isWanted && setReading(next);
    const timer = setTimeout(() => {
      ask('certificates.inspect', { pem }).then(
        ({ certificates }) => set({ certificates, isUnreadable: false }),
        () => set({ certificates: [], isUnreadable: true }),
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [pem]);
  return reading;
}
