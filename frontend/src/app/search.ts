/** Reads one parameter of the address; undefined when it is missing, empty or not what was expected. */
type Reader<Value> = (value: unknown) => Value | undefined;

/** A text. The router turns `?q=48` into a number, so it is turned back. */
export const text: Reader<string> = (value) => {
  const readable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return readable ? String(value) || undefined : undefined;
};

/** One of a closed list; anything else is as if it were not there. */
export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return (value) => values.find((known) => known === value);
}

type Search<Fields extends Record<string, Reader<string>>> = { [Name in keyof Fields]?: ReturnType<Fields[Name]> };

/** For `validateSearch`: what a page reads from its address. */
export function searchOf<const Fields extends Record<string, Reader<string>>>(fields: Fields) {
  return (input: Record<string, unknown>): Search<Fields> => {
    const read = Object.entries(fields).map(([name, reader]) => [name, reader(input[name])]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Search<Fields>;
  };
}
