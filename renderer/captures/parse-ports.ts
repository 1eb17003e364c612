/** The most ports that one import may look at, as the contract has it. */
const PORTS_MAX = 64;

/** TCP ports, 1 to 65,535, from a list with commas or spaces; null for anything else or none. */
export function parsePorts(text: string): number[] | null {
  const parts = text.split(/[\s,，、]+/).filter(Boolean);
  if (!parts.every((part) => /^\d{1,5}$/.test(part))) return null;
  const ports = [...new Set(parts.map(Number))];
  const known = ports.every((port) => port >= 1 && port <= 65_535);
  return known && ports.length > 0 && ports.length <= PORTS_MAX ? ports : null;
}
