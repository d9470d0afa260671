/** How many addresses one form invites. */
export const mostAddresses = 10;

/** Addresses as people paste them: lines, commas, semicolons, spaces; each once, whatever its case. */
export function addressesOf(typed: string): string[] {
  const found = new Map<string, string>();
  for (const address of typed.normalize('NFC').split(/[\s,;]+/)) {
    if (address !== '' && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
  }
  return [...found.values()];
}
