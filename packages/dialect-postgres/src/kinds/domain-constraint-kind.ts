import {
  type Address,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { domainConstraints, domains } from '../read/parts/domains.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { lookAtColumns, looksAtConverted, standingOnLists } from './domain/look-at-columns.js';
import type { DomainConstraintSpec, DomainSpec } from './domain/spec.js';
import { domainCheckConflicts } from './rows/type-conflicts.js';
import { remakesType } from './type/remakes-type.js';
import { supplantedBy } from './type/supplanted.js';

type Check = SchemaObject<DomainConstraintSpec>;

/** Checks of domains. */
export const domainConstraintKind: ObjectKind<DomainConstraintSpec> = {
  kind: 'postgres/domain-constraint',
  title: 'domain constraint',
  within: 'postgres/domain',
  inspect: inspectChecks,
  compare(from, to) {
    const onlyValidated = from.spec.unvalidated && !to.spec.unvalidated && from.spec.definition === to.spec.definition;
    if (!onlyValidated) return { replace: 'a constraint cannot be altered' };
    return [{ type: 'change-validation', path: ['unvalidated'], from: true, to: false }];
  },
  essence: ({ spec }) => ({ ...spec }),
  conflicts: domainCheckConflicts,
  survives: (_, change) => change.verb !== 'replace' && !remakesType(change),
  entails(change, { base, origin }) {
    if (change.verb === 'drop' || change.verb === 'rename' || change.to.spec.unvalidated) return new Map();
    const domain = base.get(origin(change.to.parent as Address));
    return domain ? standingOnLists(domain, base) : new Map();
  },
  follow(check, rename) {
    if (rename.of !== 'object' || !check.needs.includes(rename.to)) return check;
    return schemaObject({ ...check, spec: { ...check.spec, definition: followName(check.spec.definition, rename) } });
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `add check ${change.to.name} to domain ${domainOf(change.to)}`,
            ...looking(change.to, context, { text: addCheck(change.to) }),
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop check ${change.from.name} of domain ${domainOf(change.from)}`,
            sql: [{ text: `${alterDomain(change.from)} DROP CONSTRAINT ${quoteName(change.from.name)}` }],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename constraint ${change.from.name} of domain ${domainOf(change.to)} to ${change.to.name}`,
            sql: [
              {
                text: `${alterDomain(change.to)} RENAME CONSTRAINT ${quoteName(change.from.name)} TO ${quoteName(change.to.name)}`,
              },
            ],
          },
        ];
      case 'alter':
        return [
          {
            summary: `validate check ${change.to.name} of domain ${domainOf(change.to)}`,
            ...looking(change.to, context, {
              text: `${alterDomain(change.to)} VALIDATE CONSTRAINT ${quoteName(change.to.name)}`,
            }),
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { definition, unvalidated } }) => ({ head: `${definition}${unvalidated ? ' not valid' : ''}` }),
};

function alterDomain(check: Check): string {
  return `ALTER DOMAIN ${qualifiedAt(check.parent as Address)}`;
}

function domainOf(check: Check): string {
  return shown({ address: check.parent as Address });
}

function addCheck(check: Check): string {
  const { definition, unvalidated } = check.spec;
  return `${alterDomain(check)} ADD CONSTRAINT ${quoteName(check.name)} ${definition}${unvalidated ? ' NOT VALID' : ''}`;
}

/** All columns of the domain are looked at, where any are there. */
function looking(
  check: Check,
  context: RenderContext,
  statement: Statement,
): Pick<StepDraft, 'sql' | 'hazards' | 'before' | 'after'> {
  const at = check.parent as Address;
  const domain = context.goal.get(at) as SchemaObject<DomainSpec> | undefined;
  const from = context.base.get(context.origin(at));
  if (!domain || check.spec.unvalidated) return { sql: [statement] };
  const why = `for the check ${check.name} of domain ${domainOf(check)}`;
  if (!from) {
    const old = supplantedBy(domain, context);
    return { sql: [statement], hazards: old ? looksAtConverted(old, why, context) : [] };
  }
  return lookAtColumns(domain, from, { statement, of: check.address, why }, context);
}

async function* inspectChecks(reading: Reading): AsyncGenerator<Found<DomainConstraintSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, domain, name, definition, valid } of catalogue.rows(domainConstraints)) {
    const [row] = catalogue.where(domains, 'oid', domain);
    const at = catalogue.addressOf('pg_constraint', oid);
    const parent = catalogue.addressOf('pg_type', domain);
    if (!row || at === undefined || parent === undefined) continue;
    const object = schemaObject<DomainConstraintSpec>({
      kind: 'postgres/domain-constraint',
      address: at,
      name,
      parent,
      spec: valid ? { definition } : { definition: definition.replace(/ NOT VALID$/, ''), unvalidated: true as const },
      needs: catalogue.needsOf('pg_constraint', oid).filter((need) => need !== parent),
    });
    yield { scope: catalogue.placeOf(row.namespace).scope, object };
  }
}
