import {
  address,
  type Catalogue,
  type Impossible,
  partsOf,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
} from '@sync/core';
import { convertsValues, rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { withoutLimit } from '../table/type-cast.js';
import { typeChange } from '../table/type-change.js';
import { beforeTables, convertColumns, madeOf, typesOver, usesOfType } from '../type/uses.js';
import type { DomainSpec } from './spec.js';

type Domain = SchemaObject<DomainSpec>;

/** Makes a domain without its checks. One over another domain takes that one's default, wanted or not. */
export function printDomain(domain: Domain, goal: Catalogue): readonly Statement[] {
  const base = domain.needs.find(
    (need) => partsOf(need).kind === domain.kind && qualifiedAt(need) === domain.spec.base,
  );
  const { default: given } = (base && (goal.get(base) as Domain | undefined)?.spec) ?? {};
  const isTaken = given !== undefined && domain.spec.default === undefined;
  return [
    { text: createDomain(domain) },
    ...(isTaken ? [{ text: `ALTER DOMAIN ${qualified(domain)} DROP DEFAULT` }] : []),
  ];
}

function createDomain(domain: Domain): string {
  const { base, collation, notNull, default: value } = domain.spec;
  return [
    `CREATE DOMAIN ${qualified(domain)} AS ${base}`,
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(notNull ? ['NOT NULL'] : []),
  ].join(' ');
}

/** Makes a domain over another type beside the old one and converts the columns to it: the server changes what a domain is over in no other way. */
export function reshapeDomain(from: Domain, to: Domain, context: RenderContext): StepDraft | Impossible {
  const [over] = typesOver(from, context.base);
  if (over) return madeOf(from, over);
  const domain = qualified(to);
  const aside = `_schema_sync_old_${to.name}`;
  const old = qualifiedAt(address(to.kind, ...partsOf(to.address).parts.slice(0, -1), aside));
  const uses = usesOfType(from, context.base);
  const change = typeChange(from.spec.base, to.spec.base);
  return {
    summary: `make domain ${shown(to)} anew`,
    sql: [
      { text: `ALTER DOMAIN ${domain} RENAME TO ${quoteName(aside)}` },
      ...printDomain(to, context.goal),
      ...convertColumns(uses, (column) => {
        const list = column.type.endsWith('[]') ? '[]' : '';
        const type = `${domain}${list}`;
        const limited = `${to.spec.base}${list}`;
        const unlimited = withoutLimit(from.spec.base, limited);
        // A cast to what has a limit cuts; what is assigned to it is refused.
        const cast = unlimited === limited ? `${limited}::${type}` : unlimited;
        return { type, using: `${quoteName(column.name)}::${cast}` };
      }),
      { text: `DROP DOMAIN ${old}` },
    ],
    hazards: uses.flatMap(({ table, columns }) => [
      rewritesTable(shown(table), `because the domain ${shown(to)} is made anew`),
      ...(change === 'checked'
        ? columns.map(({ name }) => scansTable(shown(table), `for values of ${name} that are no ${to.spec.base}`))
        : []),
      ...(change === 'lossy'
        ? columns.map(({ name }) => convertsValues(shown(table), name, from.spec.base, to.spec.base))
        : []),
    ]),
    // Columns are named here as they are before their tables change.
    before: beforeTables(uses, context),
  };
}
