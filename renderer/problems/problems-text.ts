import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { formatClock } from '../components/clock.ts';
import { helpDocument } from '../components/help-document.ts';
import { zoneText } from '../components/time-text.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import { i18n, languageInForce } from '../i18n/setup.ts';

/** What is wrong, as it stands in the list. */
export interface ProblemsFound {
  /** The session or capture, and where it connects to. */
  readonly label: string;
  readonly endpoint: string;
  /** Why the connection is not there. */
  readonly causes: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Findings that are not listed. */
  readonly hidden: number;
}

/** The problems as text for a ticket, in the language in force: what, when, why and what to try. */
export function problemsText(found: ProblemsFound): string {
  const { t, language } = i18n;
  const { label, endpoint, causes, problems, hidden } = found;
  const blocks = [
    ...causes.map((finding) => ({ place: t('problems.connection'), about: '', finding })),
    ...problems.map((problem) => ({
      place: placeOf(problem),
      about: problem.subject,
      finding: problem.finding,
    })),
  ].map(({ place, about, finding }, at) => {
    const { what, why, todo } = findingTexts(finding);
    return [
      `${at + 1}. ${t(`problems.severity.${finding.severity}`)} · ${place}`,
      about === '' ? what : `${what} (${about})`,
      why,
      `${t('problems.todo')} ${todo}`,
      ...sourceOf(finding),
    ].join('\n');
  });
  const more = t('problems.hidden', { number: new Intl.NumberFormat(language).format(hidden) });
  return [`${label} · ${endpoint}`, ...blocks, ...(hidden > 0 ? [more] : [])].join('\n\n');
}

/** Day and time in the local zone, which packet, and how often. */
function placeOf({ time, firstRow, lastRow, count }: Problem): string {
  const { t, language } = i18n;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time / 1_000);
  const first = t('problems.packet', { number: firstRow + 1 });
  const times = t('problems.times', { count, number: String(count) });
  const last = t('problems.packet', { number: lastRow + 1 });
  const when = `${day} ${formatClock(time)} ${zoneText(time)}`;
  return [when, first, ...(count > 1 ? [`${times} ${last}`] : [])].join(' · ');
}

function sourceOf({ source }: Finding): string[] {
  if (!source) return [];
  const help = helpDocument(source, languageInForce());
  return [help ? help.address : i18n.t('problems.source', { source })];
}
