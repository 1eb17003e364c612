/** A table as text that spreadsheets take: a line for each row, cells between tabs. */
export function tableText(rows: readonly (readonly string[])[]): string {
  // A topic may hold what would begin another cell or line.
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return rows.map(line).join('\n');
}
