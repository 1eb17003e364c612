import type { Machine } from './machine.ts';
import { isMet, type Measurement } from './measurement.ts';

const titles = ['what', 'measured', 'budget', ''] as const;

/** The result as a table for people: one block per part, misses marked where they are. */
export function formatResults(machine: Machine, results: readonly Measurement[]): string {
  const lines = results.map((result) => ({
    part: result.part,
    cells: [result.what, amount(result.value, result.unit), budgetOf(result), verdictOf(result)],
  }));
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...lines.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const text = Object.entries(machine).map(([name, value]) => `${name}: ${value}`);
  let part = '';
  for (const line of lines) {
    if (line.part !== part) {
      part = line.part;
      text.push('', part.toUpperCase(), row(titles), row(widths.map((width) => '-'.repeat(width))));
    }
    text.push(row(line.cells));
  }
  const verdicts = results.map(isMet);
  const count = (verdict: boolean) => verdicts.filter((one) => one === verdict).length;
  text.push('', `${count(true)} budgets met, ${count(false)} MISSED`);
  return text.join('\n');
}

/** The same for programs. */
export function resultsAsJson(machine: Machine, results: readonly Measurement[]): string {
  const rows = results.map((result) => ({ ...result, met: isMet(result) }));
  return JSON.stringify({ machine, results: rows }, null, 2);
}

function amount(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  const number = value.toLocaleString('en', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return `${number} ${unit}`.trimEnd();
}

function budgetOf({ budget, unit }: Measurement): string {
  if (budget === null) return '';
  return `${budget.bound === 'at least' ? '≥' : '≤'} ${amount(budget.value, unit)}`;
}

function verdictOf(result: Measurement): string {
  const met = isMet(result);
  return met === null ? '' : met ? 'met' : 'MISSED';
}
