import { append, type SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { keyOfGrant, privilegeText } from './grant-text.js';
import type { Grant } from './spec.js';

/** What somebody was granted by another one who was allowed to pass it on, and not by the owner. */
export interface PassedOn extends Grant {
  readonly by: string;
}

/** What the layout of an access says: the server tells who granted what, and a desired state does not care. */
export interface PassingLayout {
  readonly passedOn?: readonly PassedOn[];
}

/** What was passed on of that which an access grants. */
export function passedOnIn(access: SchemaObject): readonly PassedOn[] {
  return (access.layout as unknown as PassingLayout | undefined)?.passedOn ?? [];
}

/** What has to happen before anything is revoked that was passed on, or by whom it was. */
export interface TakenBack {
  readonly statements: readonly string[];
  /** The grants that nobody has any more, or may not pass on any more: whoever is to keep one gets it from the owner. */
  readonly touched: ReadonlySet<string>;
  /** Those of them that are taken back in so many words. */
  readonly lessened: ReadonlySet<string>;
  /** What is granted on the way, and to nobody in the end. */
  readonly passing: readonly Grant[];
}

/**
 * Only who granted something revokes it, and the server refuses to take from somebody what that one has passed on. Whoever passes on loses the right to, and with it goes
 * (CASCADE) all that was passed on. Of a column somebody may have passed on what was granted of the whole table: a right to the column comes first then, which
 * can be taken back.
 */
export function takeBack(
  target: string,
  before: readonly Grant[],
  revoked: readonly Grant[],
  passedOn: readonly PassedOn[],
): TakenBack {
  const had = new Set(before.map(keyOfGrant));
  const groups = new Map<string, PassedOn[]>();
  for (const each of passedOn) if (had.has(keyOfGrant(each))) append(groups, privilegeText(each), each);
  const concerned = [...groups.values()].filter((group) => revoked.some((grant) => concerns(grant, group)));
  const givers = concerned.flatMap((group) => giversIn(group));
  const passing = givers.filter((giver) => !had.has(keyOfGrant(giver)));
  return {
    statements: [
      ...passing.map(
        (grant) => `GRANT ${privilegeText(grant)} ON ${target} TO ${quoteName(grant.to)} WITH GRANT OPTION`,
      ),
      ...givers.map(
        (grant) => `REVOKE GRANT OPTION FOR ${privilegeText(grant)} ON ${target} FROM ${quoteName(grant.to)} CASCADE`,
      ),
    ],
    touched: new Set([...concerned.flat(), ...givers].map(keyOfGrant)),
    lessened: new Set(givers.map(keyOfGrant)),
    passing,
  };
}

function concerns({ to, privilege, column }: Grant, group: readonly PassedOn[]): boolean {
  return group.some(
    (each) =>
      each.privilege === privilege &&
      (column === undefined || each.column === column) &&
      (each.to === to || each.by === to),
  );
}

/** What those have been granted, or are taken to have, who passed it on. */
function giversIn(group: readonly PassedOn[]): readonly (Grant & { readonly to: string })[] {
  const [first] = group;
  if (!first) return [];
  const { privilege, column } = first;
  return [...new Set(group.map(({ by }) => by))].map((to) => ({
    to,
    privilege,
    ...(column !== undefined && { column }),
  }));
}
