import { type TemplateProblem, templateProblem } from '../../shared/alibaba/messages/template.ts';
import type { Draft } from './drafts.ts';
import { type HexProblem, hexProblem } from './hex.ts';

/** Why a payload cannot be sent, and the part of the text at fault. */
export type PayloadProblem = HexProblem | TemplateProblem;

/** What is wrong with the payload as it is written; null if nothing is. */
export function payloadProblem(
  { payload, isHex, template }: Draft,
  hasTriple: boolean,
): PayloadProblem | null {
  if (isHex) return hexProblem(payload);
  return template ? templateProblem(payload, { triple: hasTriple, request: false }) : null;
}

/** Line and column of a character, both from 1. */
export function placeOf(text: string, position: number): { line: number; column: number } {
  const lines = text.slice(0, position).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
