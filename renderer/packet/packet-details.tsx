import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { FindingView } from '../components/finding-view.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
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

/** One packet: what is wrong with it, its fields, its payload, its bytes. */
export function PacketDetails({ captureId, row, onSelect }: Props) {
  const { t } = useTranslation();
  const { detail, error, loading } = usePacket(captureId, row);
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
            findings={detail.findings.map((finding) => (
              <FindingView key={finding.rule} finding={finding} />
            ))}
          />
        </>
      )}
    </section>
  );
}
