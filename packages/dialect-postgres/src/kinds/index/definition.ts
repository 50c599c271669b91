import { withoutOptions } from '../../text/with-clause.js';

/** What the server prints of an index or constraint, without the storage parameters that it may print along. */
export function definitionOf({
  definition,
  options,
}: {
  readonly definition: string;
  readonly options: readonly string[] | null;
}): string {
  return options ? withoutOptions(definition) : definition;
}
