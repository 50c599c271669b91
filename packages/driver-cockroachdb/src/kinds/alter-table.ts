import type { Change, Hazard, Impossible, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { breaksClients, dropsColumn } from '@sync/dialect-postgres';
import type { FamilySpec, TableSpec } from '../read/specs.js';
import { pathOf, qualified, quoteName, shown } from '../text/names.js';
import { convertsValues, expiresRows, fillsByJob, fillsNulls, unlocked, validates } from './hazards.js';
import { printColumn, printOption } from './print-table.js';
import type { TableDelta } from './table-deltas.js';

type Table = SchemaObject<TableSpec>;
type Alteration = Extract<Change<TableSpec, TableDelta>, { verb: 'alter' }>;

/** One step for each difference, each a statement of its own: the server commits one schema change at a time. */
export function alterTable({ to, deltas }: Alteration, context: RenderContext): readonly StepDraft[] | Impossible {
  const drafts: StepDraft[] = [];
  for (const delta of deltas) {
    const altered = alteration(to, delta, context);
    if ('impossible' in altered) return altered;
    if (altered.sql.length === 0) continue;
    drafts.push({
      summary: `${altered.what} of table ${shown(to)}`,
      sql: altered.sql.map((text) => ({ text })),
      ...(altered.hazards && { hazards: altered.hazards }),
    });
  }
  return drafts;
}

interface Altered {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards?: readonly Hazard[];
}

function alteration(table: Table, delta: TableDelta, context: RenderContext): Altered | Impossible {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const name = delta.path[1] ?? '';
  switch (delta.type) {
    case 'rename-column':
      return {
        what: `rename column ${String(delta.from)} to ${name}`,
        sql: [`${alter} RENAME COLUMN ${quoteName(String(delta.from))} TO ${quoteName(name)}`],
        hazards: [unlocked(breaksClients('column', `${shown(table)}.${String(delta.from)}`, name))],
      };
    case 'drop-column':
      return dropColumn(table, delta, context);
    case 'add-column':
      return addColumn(table, delta, context);
    case 'change-options':
      return changeOptions(table, delta);
    case 'change-families':
      return changeFamilies(table, delta);
    case 'change-locality':
      return typeof delta.to === 'string'
        ? { what: 'change the locality', sql: [`${alter} SET LOCALITY ${delta.to}`] }
        : { what: 'leave the locality', sql: [] };
    case 'change-locked':
      return {
        what: 'change the lock',
        sql: typeof delta.to === 'string' ? [`${alter} SET (${printOption(delta.to)})`] : [],
      };
    case 'change-zones':
    case 'change-security':
      return { what: 'configure', sql: (delta.to ?? []) as readonly string[] };
    case 'change-partitions':
      return typeof delta.to === 'string'
        ? { what: 'change the partitions', sql: [`${alter} ${delta.to}`] }
        : { what: 'leave the partitions', sql: [] };
    default:
      return changeColumn(table, delta);
  }
}

function dropColumn(table: Table, { before, path: [, name = ''] }: TableDelta, { change }: RenderContext): Altered {
  // Only the server can let go of the hidden column, once another key is there.
  const key = `postgres/constraint:${pathOf(table).join('.')}.`;
  const isKeyColumn = name === 'rowid' && before?.hidden === true;
  if (isKeyColumn && change(`${key}${table.name}_pkey` as Table['address'])?.verb === 'alter') {
    return { what: 'drop column rowid', sql: [] };
  }
  const hazards = before?.generated || isKeyColumn ? [] : [unlocked(dropsColumn(pathOf(table), name))];
  return {
    what: `drop column ${name}`,
    sql: [`ALTER TABLE ${qualified(table)} DROP COLUMN ${quoteName(name)}`],
    hazards,
  };
}

function addColumn(table: Table, { after, path: [, name = ''] }: TableDelta, { base, origin }: RenderContext): Altered {
  if (!after) throw new TypeError('a column that is added is known');
  const family = familyOf(table, name);
  const there = (base.get(origin(table.address))?.spec as TableSpec | undefined)?.families ?? [];
  const isThere = there.some((each) => each.name === family?.name);
  const clause = family ? ` ${isThere ? '' : 'CREATE '}FAMILY ${quoteName(family.name)}` : '';
  const isFilled = after.default !== undefined || after.generated?.stored === true || after.identity !== undefined;
  return {
    what: `add column ${name}`,
    sql: [`ALTER TABLE ${qualified(table)} ADD COLUMN ${printColumn(after)}${clause}`],
    hazards: isFilled ? [fillsByJob(shown(table), `column ${name}`)] : [],
  };
}

function familyOf({ spec }: Table, column: string): FamilySpec | undefined {
  return spec.families?.find(({ columns }) => columns.includes(column));
}

/** Columns that stay keep their family: the server moves none. */
function changeFamilies(table: Table, { from, to }: TableDelta): Altered | Impossible {
  const [before, after] = [familyByColumn(from), familyByColumn(to)];
  const moved = [...after].find(([column, family]) => before.has(column) && before.get(column) !== family);
  const isSaid = before.size > 0 && after.size > 0;
  if (moved && isSaid) {
    return {
      impossible: `column ${moved[0]} of table ${shown(table)} cannot be moved to family ${moved[1]}`,
      hint: 'Make a table with the families that are wanted, copy the rows, and put it in the place of the old one.',
    };
  }
  if (before.size === 0 && new Set(after.values()).size > 1 && from !== undefined && isOnlyOld(to, table)) {
    return {
      impossible: `the columns of table ${shown(table)} cannot be put into families`,
      hint: 'Make a table with the families that are wanted, copy the rows, and put it in the place of the old one.',
    };
  }
  return { what: 'change the families', sql: [] };
}

function isOnlyOld(families: TableDelta['to'], table: Table): boolean {
  return ((families ?? []) as unknown as readonly FamilySpec[]).length > 1 && table.spec.columns.length > 0;
}

function familyByColumn(families: TableDelta['to']): ReadonlyMap<string, string> {
  const all = (families ?? []) as unknown as readonly FamilySpec[];
  return new Map(all.flatMap(({ name, columns }) => columns.map((column) => [column, name] as const)));
}

/** `ttl` alone takes row-level TTL off with all that is said of it. */
function changeOptions(table: Table, { from, to }: TableDelta): Altered {
  const [before, after] = [optionsIn(from), optionsIn(to)];
  const set = [...after].filter(([name, value]) => before.get(name) !== value && name !== 'ttl');
  const isTtl = (name: string) => name.startsWith('ttl');
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const endsTtl = gone.some(isTtl) && ![...after.keys()].some(isTtl);
  const reset = endsTtl ? ['ttl', ...gone.filter((name) => !isTtl(name))] : gone.filter((name) => name !== 'ttl');
  const alter = `ALTER TABLE ${qualified(table)}`;
  const ttl = set.filter(([name]) => isTtl(name)).map(([name, value]) => `${name} = ${value}`);
  return {
    what: 'change the storage parameters',
    sql: [
      ...(set.length > 0 ? [`${alter} SET (${set.map(([name, value]) => `${name} = ${value}`).join(', ')})`] : []),
      ...(reset.length > 0 ? [`${alter} RESET (${reset.join(', ')})`] : []),
    ],
    hazards: ttl.length > 0 ? [expiresRows(shown(table), ttl.join(', '))] : [],
  };
}

function optionsIn(options: TableDelta['to']): ReadonlyMap<string, string> {
  const all = (options ?? []) as readonly string[];
  return new Map(all.map((option) => [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)]));
}

function changeColumn(table: Table, delta: TableDelta): Altered | Impossible {
  const { before, after, path } = delta;
  const name = path[1] ?? '';
  if (!before || !after) throw new TypeError(`${delta.type} is of a column`);
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(name)}`;
  const title = `${shown(table)}.${name}`;
  const setOrDrop = (clause: string, value: string | undefined) => [
    value === undefined ? `${alter} DROP ${clause}` : `${alter} SET ${clause} ${value}`,
  ];
  switch (delta.type) {
    case 'change-type':
      return {
        what: `change the type of column ${name}`,
        sql: [
          // A default of the old type would be in the way.
          ...(before.default !== undefined && after.default !== before.default ? [`${alter} DROP DEFAULT`] : []),
          // Whatever has USING is written anew.
          `${alter} SET DATA TYPE ${after.type}${isWider(before.type, after.type) ? '' : ` USING ${quoteName(name)}::${after.type}`}`,
        ],
        hazards: isWider(before.type, after.type)
          ? [fillsByJob(shown(table), `column ${name}`)]
          : [convertsValues(shown(table), name, before.type, after.type)],
      };
    case 'change-default':
      return { what: `change the default of column ${name}`, sql: setOrDrop('DEFAULT', after.default) };
    case 'change-on-update':
      return { what: `change what updates write to column ${name}`, sql: setOrDrop('ON UPDATE', after.onUpdate) };
    case 'change-not-null':
      return after.notNull
        ? {
            what: `forbid nulls in column ${name}`,
            sql: [
              ...(after.default === undefined
                ? []
                : [
                    `UPDATE ${qualified(table)} SET ${quoteName(name)} = ${after.default} WHERE ${quoteName(name)} IS NULL`,
                  ]),
              `${alter} SET NOT NULL`,
            ],
            hazards: [
              ...(after.default === undefined ? [] : [fillsNulls(shown(table), name, after.default)]),
              validates(shown(table), `nulls in ${title}`),
            ],
          }
        : { what: `allow nulls in column ${name}`, sql: [`${alter} DROP NOT NULL`] };
    case 'change-visibility':
      return {
        what: `change whether column ${name} is seen`,
        sql: [`${alter} SET ${after.hidden ? 'NOT ' : ''}VISIBLE`],
      };
    case 'change-generated':
      return { what: `make column ${name} an ordinary one`, sql: [`${alter} DROP STORED`] };
    default:
      return {
        impossible: `how column ${title} is numbered cannot be changed in place`,
        hint: 'Add another column that is numbered as it should be, fill it, and put it in the place of this one.',
      };
  }
}

/** Changes of type that lose nothing. https://www.cockroachlabs.com/docs/stable/alter-table#alter-column-data-types */
function isWider(from: string, to: string): boolean {
  const size = (type: string) => /^(STRING|VARCHAR|CHAR|BIT|VARBIT|INT)(\d*)(?:\((\d+)\))?$/.exec(type);
  const [old, next] = [size(from), size(to)];
  if (!old || !next)
    return /^(TIMESTAMP|TIMESTAMPTZ|TIME|TIMETZ)\(\d\)$/.test(from) && to === from.replace(/\(\d\)$/, '');
  if (old[1] === 'INT' || next[1] === 'INT') return old[1] === next[1] && Number(old[2]) <= Number(next[2]);
  const isText = /^(STRING|VARCHAR)$/.test(old[1] ?? '') && /^(STRING|VARCHAR)$/.test(next[1] ?? '');
  if (!isText && old[1] !== next[1]) return false;
  return next[3] === undefined || (old[3] !== undefined && Number(old[3]) <= Number(next[3]));
}
