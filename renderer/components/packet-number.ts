/** The number of a packet as people write it: `17`, `#17` or `1,204`; 0 for what is no number. */
export function packetNumberIn(text: string): number {
  const digits = text.replaceAll(/[#,\s]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
}
