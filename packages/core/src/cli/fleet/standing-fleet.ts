import type { Member } from '../../fleet/member.js';
import type { FailedTenant } from '../../fleet/survey.js';
import type { Migrations } from '../../migrate/read-migrations.js';
import type { Script } from '../../migrate/script.js';
import type { Standing, StandingScript } from '../../migrate/standing.js';
import { grouped } from '../../model/grouped.js';
import type { Invocation } from '../command.js';
import { standingDocument } from '../migrate-call.js';
import { askEach } from './ask-each.js';
import type { FleetBench } from './fleet-bench.js';

/** Tenants whose migrations stand alike. */
export interface StandingClass {
  readonly members: readonly Member[];
  readonly scripts: readonly StandingScript[];
  /** Those that are to run on each of them. */
  readonly chosen: readonly Script[];
}

/** How the migrations of a folder stand in a fleet. */
export interface StandingFleet {
  readonly classes: readonly StandingClass[];
  readonly failed: readonly FailedTenant[];
}

/** Reads how the migrations of a folder stand in each tenant that is meant, and chooses those that are to run. */
export async function readStandings(
  invocation: Invocation,
  opened: FleetBench,
  migrations: Migrations,
  choose: (standing: Standing) => readonly Script[] = () => [],
): Promise<StandingFleet> {
  const { signal } = invocation;
  const { found, failed } = await askEach(invocation, opened, async (member) => {
    const standing = await opened.bench.engine.migrations(member.tenant, migrations, { signal });
    const chosen = choose(standing);
    return { member, scripts: standing.scripts, chosen };
  });
  const alike = grouped(found, ({ scripts, chosen }) =>
    JSON.stringify([scripts.map(({ id, state }) => [id, state]), chosen.map(({ id }) => id)]),
  );
  const classes = [...alike.values()].flatMap(([first, ...rest]): readonly StandingClass[] => {
    if (!first) return [];
    const { scripts, chosen } = first;
    return [{ scripts, chosen, members: [first, ...rest].map(({ member }) => member) }];
  });
  return { classes: classes.sort((a, b) => b.members.length - a.members.length), failed };
}

/** Tenants whose migrations stand alike, for programs. */
export function standingClassDocument({ members, scripts }: StandingClass) {
  return { tenants: members.map(({ tenant }) => tenant.id), migrations: standingDocument(scripts) };
}
