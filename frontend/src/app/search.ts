import * as v from 'valibot';

/**
 * A text in the address. The router turns `?q=48` into a number before validation, so it is turned back;
 * an empty one is left out.
 */
export const text = v.optional(
  v.fallback(
    v.pipe(
      v.union([v.string(), v.number(), v.boolean()]),
      v.transform((value) => String(value) || undefined),
    ),
    undefined,
  ),
);

/** One of a closed list in the address; anything else is as if it were not there. */
export function oneOf<const Value extends string>(values: readonly Value[]) {
  return v.optional(v.fallback(v.optional(v.picklist(values)), undefined));
}
