import { type Address, address } from '@sync/core';

/** Something as the snapshots of Drizzle Kit name it, which elizaOS's plugin-sql keeps, too. */
interface Drawn {
  readonly name?: unknown;
  readonly schema?: unknown;
  readonly columns?: Readonly<Record<string, Drawn>>;
  readonly materialized?: unknown;
  readonly isExisting?: unknown;
}

/** One thing in the newer snapshots, which are a list of all that there is. */
interface Entity extends Drawn {
  readonly entityType?: unknown;
  readonly table?: unknown;
}

interface Drawing {
  readonly tables?: Readonly<Record<string, Drawn>>;
  readonly enums?: Readonly<Record<string, Drawn>>;
  readonly sequences?: Readonly<Record<string, Drawn>>;
  readonly views?: Readonly<Record<string, Drawn>>;
  readonly ddl?: readonly Entity[];
}

/** The tables that a snapshot of another tool names, and what else it says was made; none where it is something else. */
export function namedIn(snapshot: unknown): ReadonlySet<Address> {
  return new Set(
    entitiesOf(snapshot).flatMap((entity) => {
      const kind = kindOf(entity);
      return kind === undefined || entity.isExisting === true ? [] : (addressOf(kind, entity) ?? []);
    }),
  );
}

/** The columns of each table that a snapshot of another tool names. */
export function columnsNamedIn(snapshot: unknown): ReadonlyMap<Address, readonly string[]> {
  const found = new Map<Address, string[]>();
  const entities = entitiesOf(snapshot);
  for (const entity of entities) {
    const at = entity.entityType === 'tables' ? addressOf('table', entity) : undefined;
    if (at !== undefined) found.set(at, []);
  }
  for (const { entityType, name, table, schema } of entities) {
    const at = entityType === 'columns' ? addressOf('table', { name: table, schema }) : undefined;
    if (at !== undefined && typeof name === 'string') found.get(at)?.push(name);
  }
  return found;
}

/** Whether a snapshot of another tool has tables, all of them in `public`. */
export function isAllInPublic(snapshot: unknown): boolean {
  const all = tablesIn(snapshot);
  return all.length > 0 && all.every(({ schema }) => isPublic(schema));
}

/** Whether any of its tables is there. */
export function isAnyInPublic(snapshot: unknown): boolean {
  return tablesIn(snapshot).some(({ schema }) => isPublic(schema));
}

function tablesIn(snapshot: unknown): readonly Entity[] {
  return entitiesOf(snapshot).filter(({ entityType }) => entityType === 'tables');
}

/** Both layouts as one list. */
function entitiesOf(snapshot: unknown): readonly Entity[] {
  const { tables, enums, sequences, views, ddl } = (snapshot ?? {}) as Drawing;
  if (Array.isArray(ddl)) return ddl as readonly Entity[];
  const listed = (entityType: string, drawn: Readonly<Record<string, Drawn>> | undefined) =>
    Object.values(drawn ?? {}).map((each): Entity => ({ ...each, entityType }));
  return [
    ...Object.values(tables ?? {}).flatMap((table): readonly Entity[] => [
      { ...table, entityType: 'tables' },
      ...Object.values(table.columns ?? {}).map((column) => ({
        ...column,
        entityType: 'columns',
        table: table.name,
        schema: table.schema,
      })),
    ]),
    ...listed('enums', enums),
    ...listed('sequences', sequences),
    ...listed('views', views),
  ];
}

function kindOf({ entityType, materialized }: Entity): string | undefined {
  switch (entityType) {
    case 'tables':
      return 'table';
    case 'enums':
      return 'postgres/enum';
    case 'sequences':
      return 'sequence';
    case 'views':
      return materialized === true ? 'postgres/materialized-view' : 'view';
    default:
      return undefined;
  }
}

function addressOf(kind: string, { name, schema }: Drawn): Address | undefined {
  if (typeof name !== 'string') return undefined;
  return isPublic(schema) ? address(kind, name) : address(kind, String(schema), name);
}

function isPublic(schema: unknown): boolean {
  return schema === undefined || schema === null || schema === '' || schema === 'public';
}
