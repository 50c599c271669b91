import { type Address, address, type Catalogue, partsOf, type SchemaObject, schemaObject } from '@sync/core';

interface Comment {
  readonly text?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly index?: string;
}

/** The comment on an object and its columns, where there is one. */
export function commentOf(
  on: Address,
  text: string | undefined,
  columns: ReadonlyMap<string, string> = new Map(),
): readonly SchemaObject<Comment>[] {
  if (!text && columns.size === 0) return [];
  const { kind, parts } = partsOf(on);
  return [
    schemaObject({
      kind: 'postgres/comment',
      address: address('postgres/comment', ...parts, kind),
      name: parts.at(-1) ?? '',
      parent: on,
      spec: { ...(text && { text }), ...(columns.size > 0 && { columns: Object.fromEntries(columns) }) },
    }),
  ];
}

/** What is written on an object, where a document can say it. */
export function commentOn(
  { address: at }: SchemaObject,
  catalogue: Catalogue,
): { readonly covers: readonly SchemaObject[] } & Comment {
  const found = catalogue.children(at).find(({ kind }) => kind === 'postgres/comment') as
    | SchemaObject<Comment>
    | undefined;
  return found && found.spec.index === undefined ? { covers: [found], ...found.spec } : { covers: [] };
}
