export type ConceptPart = 'id' | 'domains' | 'vi' | 'en' | 'broader';

export interface ConceptPath {
  /** Counted from 1, as people count. */
  number: number;
  part: ConceptPart | null;
  /** Its id, if what was written says one. */
  id: string | null;
}

const parts: readonly string[] = ['id', 'domains', 'vi', 'en', 'broader'] satisfies ConceptPart[];

function idAt(written: string, index: number): string | null {
  try {
    const concepts: unknown = JSON.parse(written);
    const concept: unknown = Array.isArray(concepts) ? concepts[index] : null;
    const id: unknown = typeof concept === 'object' && concept !== null && 'id' in concept ? concept.id : null;
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}

/** Which concept the server means by `concepts.12.vi`, in what was written; null when it means none. */
export function conceptPath(field: string | null, written: string): ConceptPath | null {
  const [, index, part] = /^concepts\.(\d+)(?:\.(\w+))?/.exec(field ?? '') ?? [];
  if (index === undefined) return null;
  return { number: Number(index) + 1, part: part !== undefined && parts.includes(part) ? (part as ConceptPart) : null, id: idAt(written, Number(index)) };
}
