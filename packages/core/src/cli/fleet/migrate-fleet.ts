import type { MigrateResult } from '../../engine-types.js';
import { SyncError } from '../../errors.js';
import { dealWaves } from '../../fleet/assignment.js';
import { attempt } from '../../fleet/attempt.js';
import type { Member } from '../../fleet/member.js';
import { inOrder } from '../../fleet/order.js';
import { type RunWords, rollOut } from '../../fleet/run-fleet.js';
import { chooseScripts, type ScriptChoice } from '../../migrate/choose-scripts.js';
import type { Migrations } from '../../migrate/read-migrations.js';
import type { Script } from '../../migrate/script.js';
import { counted } from '../../model/counted.js';
import { confirm } from '../ask.js';
import type { Invocation } from '../command.js';
import { foldLine } from '../fold.js';
import { migrationsOf, scriptChoiceOf, scriptLines, scriptsDocument } from '../migrate-call.js';
import { visible } from '../visible.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { type Ending, tellEndOf } from './fleet-end.js';
import { fleetProgress } from './fleet-progress.js';
import { fleetHead, namesText } from './fleet-text.js';
import { betweenWaves, type Rollout, type RolloutFlags, rolloutOf } from './rollout.js';
import { readStandings, type StandingFleet, standingClassDocument } from './standing-fleet.js';

interface MigrateFlags extends RolloutFlags {
  readonly format?: string | undefined;
  readonly yes?: boolean;
  readonly 'dry-run'?: boolean;
}

type Direction = ScriptChoice['direction'];

const again = 'what the tables of their tool hold as applied is not run again';

const words: Readonly<Record<Direction, RunWords>> = {
  up: { stood: 'with nothing to run', done: 'migrated', wereBrought: 'were migrated', again },
  down: { stood: 'with nothing to take back', done: 'taken back', wereBrought: 'were taken back', again },
};

/** What is to run on one tenant. */
interface Pending {
  readonly member: Member;
  readonly chosen: readonly Script[];
}

interface Migrating {
  readonly migrations: Migrations;
  readonly choice: ScriptChoice;
  readonly found: StandingFleet;
  readonly rollout: Rollout;
}

/**
 * `migrate up` and `migrate down` of tenants of a fleet: what is to run is shown once for all whose migrations stand alike, and run on each under its own lock. How far
 * each came is in the table of its tool, so that who runs it again goes on with what is left.
 */
export async function migrateFleet(invocation: Invocation, direction: Direction): Promise<number | undefined> {
  const flags = invocation.flags as MigrateFlags;
  const rollout = rolloutOf(flags);
  const choice = scriptChoiceOf(invocation, direction);
  const migrations = await migrationsOf(invocation);
  const opened = await openFleetBench(invocation, { withGoal: false });
  const found = await readStandings(invocation, opened, migrations, (standing) =>
    chooseScripts(standing, migrations.layout, choice),
  );
  const migrating = { migrations, choice, found, rollout };
  show(invocation, opened, migrating);
  const dry = flags['dry-run'] ?? false;
  if (!dry && found.classes.some(({ chosen }) => chosen.length > 0)) return await roll(invocation, opened, migrating);
  return end(invocation, opened, migrating, {
    ran: { done: [], failed: found.failed, cancelled: [], skipped: [], held: false },
    dry,
  });
}

/** Asks, and runs on each what is to run there. */
async function roll(invocation: Invocation, opened: FleetBench, migrating: Migrating): Promise<number | undefined> {
  const { terminal, signal, flags } = invocation;
  const { fleet, bench } = opened;
  const { migrations, choice, found, rollout } = migrating;
  const { direction } = choice;
  const lists = found.classes.flatMap(({ members, chosen }) =>
    chosen.length > 0 ? [members.map((member): Pending => ({ member, chosen }))] : [],
  );
  const { order } = rollout;
  const sizes = order?.by === 'size' ? await fleet.sizes(signal) : new Map<string, number>();
  const waves = dealWaves(lists, rollout.waves, order && ((items) => inOrder(items, order, sizes)));
  const tenants = lists.reduce((sum, { length }) => sum + length, 0);
  const [verb, back] = direction === 'up' ? ['Run', ''] : ['Take', ' back'];
  await confirm(invocation, {
    yes: (flags as MigrateFlags).yes ?? false,
    question: `${verb} migrations of ${migrations.layout.tool}${back} on ${counted(tenants, 'tenant')} of ${fleet.name}`,
    hint: 'Add --yes once they have been looked at: --dry-run lists them.',
  });
  const parallel = parallelOf(flags);
  const settings = { ...rollout.settings(tenants), waves: waves.map(({ name }) => name), allow: [], parallel };
  if (!terminal.live) terminal.note(`migrating ${counted(tenants, 'tenant')}, ${parallel} at a time`);
  const running = fleetProgress(terminal, 'migrating', tenants);
  const attempting = {
    ...{ op: 'migrate', signal, stop: signal, timeoutMs: settings.tenantTimeoutMs },
    again: `schema-sync migrate ${direction}`,
  };
  const ran = await rollOut<Pending, MigrateResult>(
    waves,
    {
      ...{ parallel, signal, abortAfter: settings.abortAfter ?? Number.POSITIVE_INFINITY },
      onTenant: (done, wrong) => running.show(done + wrong, wrong),
      between: betweenWaves(invocation, settings, bench.driver, words[direction]),
    },
    (item) => attempt((stop) => migrateMember(item, bench, migrating, stop ?? signal), attempting),
  );
  running.end();
  return end(invocation, opened, migrating, { ran: { ...ran, failed: [...found.failed, ...ran.failed] } });
}

/** What was not shown of this tenant is not run: others may have changed how its migrations stand. */
function migrateMember(
  { member, chosen }: Pending,
  { engine, reading }: FleetBench['bench'],
  { migrations, choice }: Migrating,
  signal: AbortSignal,
): Promise<MigrateResult> {
  const agreed = new Set(chosen.map(({ id }) => id));
  return engine.migrate(member.tenant, migrations, {
    ...{ ...reading, ...choice, signal, onEvent: () => {} },
    async confirm(scripts) {
      const others = scripts.filter(({ id }) => !agreed.has(id));
      if (others.length === 0) return;
      throw new SyncError({
        code: 'BASE_MISMATCH',
        op: 'migrate',
        tenant: member.tenant.id,
        message: `its migrations stand otherwise than when they were shown: ${others.map(({ name }) => name).join(', ')} would run now`,
        hint: 'Nothing was run. Somebody else runs migrations there: look again with --dry-run.',
      });
    },
  });
}

/** What is about to happen, once for all whose migrations stand alike. */
function show(
  { terminal, flags }: Invocation,
  { fleet }: FleetBench,
  { migrations, choice, found }: Pick<Migrating, 'migrations' | 'choice' | 'found'>,
): void {
  if (terminal.quiet || (flags as MigrateFlags).format === 'json') return;
  const { paint, printColumns } = terminal;
  const { tool } = migrations.layout;
  const parts = found.classes.map(({ members, chosen }) => {
    const count = counted(members.length, 'tenant');
    const names = namesText(members, flags.verbose);
    if (chosen.length === 0)
      return foldLine(`${paint.green('✓')} ${count} ${words[choice.direction].stood}: ${names}`, printColumns);
    const [verb, back] = choice.direction === 'up' ? ['to run', ''] : ['to take', ' back'];
    const head = `${paint.yellow('≠')} ${count} with ${counted(chosen.length, 'migration')} ${verb}${back}: ${names}`;
    return `${foldLine(head, printColumns)}\n${scriptLines(chosen, paint)}`;
  });
  const head = `${fleetHead(fleet.name, found, paint)} · ${tool} in ${visible(migrations.folder)}`;
  terminal.print([head, ...parts].join('\n\n'));
}

function end(
  invocation: Invocation,
  { fleet, bench, doors }: FleetBench,
  { migrations, choice, found }: Migrating,
  { ran, dry = false }: Pick<Ending<MigrateResult>, 'ran' | 'dry'>,
): number | undefined {
  const { classes } = found;
  const ending = {
    ...{ fleet: fleet.name, ran, dry, doors },
    inSync: classes.reduce((sum, { members, chosen }) => sum + (chosen.length === 0 ? members.length : 0), 0),
    more: {
      layout: migrations.layout.name,
      classes: classes.map((each) => ({ ...standingClassDocument(each), pending: scriptsDocument(each.chosen) })),
    },
  };
  return tellEndOf(invocation, bench, ending, {
    words: words[choice.direction],
    documentOf: ({ ran: scripts, report }) => ({ ran: scriptsDocument(scripts), ...(report && { report }) }),
  });
}
