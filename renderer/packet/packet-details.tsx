import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { bandText, isBegunAnew } from '../components/band-text.ts';
import { Failure } from '../components/failure.tsx';
import { FindingView } from '../components/finding-view.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { mqttText } from '../i18n/mqtt-texts.ts';
import { useBookmarkNotes } from '../stores/bookmarks.ts';
import { useKnownProblems } from '../stores/use-problems.ts';
import { useSide } from '../stores/use-side.ts';
import { useSelectedRow } from '../stores/view/selection.ts';
import { CopyMenu } from './copy-menu.tsx';
import { withMeanings } from './fields/field-meanings.ts';
import { Headline } from './headline.tsx';
import classes from './packet.module.css';
import { PacketBody } from './packet-body.tsx';
import { packetFindings } from './packet-findings.ts';
import { useByteSource } from './use-byte-source.ts';
import { useExchange } from './use-exchange.ts';
import { usePacket } from './use-packet.ts';
import { usePrevious } from './use-previous.ts';
import { useTopicExplainer } from './use-topic-explainer.ts';

interface Props {
  readonly captureId: string;
  onSelect(row: number): void;
}

/** One packet: what is wrong with it, its fields, its payload, its bytes. */
export function PacketDetails({ captureId, onSelect }: Props) {
  const { t } = useTranslation();
  const row = useSelectedRow(captureId);
  const { detail, error, loading, retry } = usePacket(captureId, row);
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
        <div className={classes.failure}>
          <Failure
            text={explainError(error)}
            detail={errorDetail(error)}
            detailLabel={t('packet.details')}
          />
          <Button variant="default" onClick={retry}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {detail && error === null && (
        <Details captureId={captureId} detail={detail} onSelect={onSelect} />
      )}
    </section>
  );
}

interface DetailsProps {
  readonly captureId: string;
  readonly detail: PacketDetail;
  onSelect(row: number): void;
}

/** Not drawn anew because the packet is asked for again. */
const Details = memo(function Details({ captureId, detail, onSelect }: DetailsProps) {
  const { t } = useTranslation();
  const { row, before } = detail;
  const problems = useKnownProblems(captureId)?.problems;
  const findings = useMemo(() => packetFindings(detail, problems ?? []), [detail, problems]);
  const source = useByteSource(captureId, detail);
  const previous = usePrevious(captureId, row.row);
  const side = useSide(captureId);
  const note = useBookmarkNotes(captureId).get(row.row);
  const others = useExchange(captureId, row);
  const explain = useTopicExplainer(captureId, row.direction);
  const fields = useMemo(
    () => withMeanings(detail.fields, { aliased: row.topic ?? '', topic: explain, say: mqttText }),
    [detail.fields, row.topic, explain],
  );
  return (
    <>
      <Headline
        row={row}
        others={others}
        previous={previous ?? null}
        side={side}
        note={note}
        before={before && isBegunAnew(before) ? bandText(before, side, t) : null}
        purpose={row.topic === null ? '' : explain(row.topic)}
        actions={<CopyMenu captureId={captureId} detail={detail} source={source} />}
        onSelect={onSelect}
      />
      <PacketBody
        captureId={captureId}
        detail={detail}
        fields={fields}
        source={source}
        previous={previous}
        findings={findings.map((finding) => <FindingView key={finding.rule} finding={finding} />)}
        onSelect={onSelect}
      />
    </>
  );
});
