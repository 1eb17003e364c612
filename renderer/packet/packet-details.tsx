import { useTranslation } from 'react-i18next';
import { explainPacket } from '../../shared/alibaba/diagnosis/explain-packet.ts';
import type { Finding, PacketDetail } from '../../shared/contract/packets.ts';
import { Failure } from '../components/failure.tsx';
import { FindingView } from '../components/finding-view.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useApp } from '../stores/use-app.ts';
import { Headline } from './headline.tsx';
import classes from './packet.module.css';
import { PacketBody } from './packet-body.tsx';
import { usePacket } from './use-packet.ts';

interface Props {
  readonly captureId: string;
  /** Position in the capture, 0 is the first packet. */
  readonly row: number | null;
  onSelect(row: number): void;
}

/** What the decoder found, and what the packet means where it was sent. */
function useFindings(captureId: string, detail: PacketDetail | null): Finding[] {
  const deviceId = useApp(
    ({ captures }) => captures.find(({ id }) => id === captureId)?.deviceId ?? null,
  );
  const device = useApp(({ devices }) => devices.find(({ id }) => id === deviceId));
  if (!detail) return [];
  const known = new Set(detail.findings.map(({ rule }) => rule));
  const explained = device ? explainPacket(detail.row, { target: device.target }) : [];
  return [...explained.filter(({ rule }) => !known.has(rule)), ...detail.findings];
}

/** One packet: what is wrong with it, its fields, its payload, its bytes. */
export function PacketDetails({ captureId, row, onSelect }: Props) {
  const { t } = useTranslation();
  const { detail, error, loading } = usePacket(captureId, row);
  const findings = useFindings(captureId, detail);
  return (
    <section
      className={classes.details}
      aria-label={t('packet.region')}
      aria-busy={loading}
      data-pane="packet-details"
      tabIndex={-1}
    >
      {row === null && <p className={classes.none}>{t('packet.none')}</p>}
      {error !== null && (
        <Failure
          text={explainError(error)}
          detail={errorDetail(error)}
          detailLabel={t('packet.details')}
        />
      )}
      {detail && (
        <>
          <Headline row={detail.row} onSelect={onSelect} />
          <PacketBody
            detail={detail}
            findings={findings.map((finding) => (
              <FindingView key={finding.rule} finding={finding} />
            ))}
          />
        </>
      )}
    </section>
  );
}
