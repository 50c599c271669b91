import type { MigrateResult } from '../engine-types.js';
import type { ScriptChoice } from '../migrate/choose-scripts.js';
import { layouts } from '../migrate/layouts.js';
import type { Migrations } from '../migrate/read-migrations.js';
import { readMigrations } from '../migrate/read-migrations.js';
import type { Script } from '../migrate/script.js';
import type { ScriptState, StandingScript } from '../migrate/standing.js';
import { counted } from '../model/counted.js';
import { usage } from './arguments.js';
import { confirm } from './ask.js';
import type { Invocation } from './command.js';
import { document } from './documents.js';
import type { Flags } from './flags.js';
import { openBench } from './open-bench.js';
import { align, type Paint } from './paint.js';
import { visible } from './visible.js';
import type { Workbench } from './workbench.js';

/** The folder of migrations to work on. */
export const folderFlags = {
  dir: { type: 'value', value: 'FOLDER', description: 'the folder of migrations' },
  layout: {
    type: 'value',
    value: 'NAME',
    choices: layouts.map(({ name }) => name),
    description: `the layout, if it does not show: ${layouts.map(({ name }) => name).join(', ')}`,
  },
} as const satisfies Flags;

/** What runs, of those that could. */
export const scriptFlags = {
  steps: { type: 'value', value: 'COUNT', description: 'how many' },
  'despite-changes': { type: 'switch', description: 'also where one was changed after it was applied' },
} as const satisfies Flags;

interface CallFlags {
  readonly dir?: string | undefined;
  readonly layout?: string | undefined;
  readonly steps?: string | undefined;
  readonly yes?: boolean;
  readonly 'dry-run'?: boolean;
  readonly 'despite-changes'?: boolean;
  readonly 'out-of-order'?: boolean;
  readonly format?: string | undefined;
}

/** Reads the folder that a call names. */
export async function migrationsOf({ flags, world }: Invocation): Promise<Migrations> {
  const { dir, layout } = flags as CallFlags;
  if (dir === undefined) throw usage('no folder of migrations was named', 'Pass --dir FOLDER.');
  return await readMigrations(dir, world.directory, layout);
}

/** What a call says of which migrations are to run. */
export function scriptChoiceOf({ flags }: Invocation, direction: 'up' | 'down'): ScriptChoice {
  const { steps: given, ...said } = flags as CallFlags;
  const steps = stepsOf(given);
  return {
    direction,
    ...(steps !== undefined && { steps }),
    ...(said['out-of-order'] && { late: true }),
    changed: said['despite-changes'] ?? false,
  };
}

/** Opens the folder and the database that a call names. */
export async function openMigrations(
  invocation: Invocation,
): Promise<{ readonly bench: Workbench; readonly migrations: Migrations }> {
  const migrations = await migrationsOf(invocation);
  const { bench } = await openBench(invocation, { target: true });
  return { bench, migrations };
}

/** Runs migrations one way, as a command line says. */
export async function runMigrations(invocation: Invocation, direction: 'up' | 'down'): Promise<number | undefined> {
  const { terminal, command } = invocation;
  const flags = invocation.flags as CallFlags;
  const { bench, migrations } = await openMigrations(invocation);
  const choice = scriptChoiceOf(invocation, direction);
  const dryRun = flags['dry-run'] ?? false;
  const result = await bench.engine.migrate(bench.tenant(), migrations, {
    ...bench.reading,
    ...{ ...choice, dryRun },
    confirm: (scripts) => ask(invocation, bench, { migrations, scripts, direction }),
    onScript: ({ name }, number, count) => {
      if (!terminal.quiet && flags.format !== 'json') terminal.note(`${number}/${count} ${visible(name)}`);
    },
  });
  if (flags.format === 'json')
    terminal.json(
      document(command, {
        tenant: bench.tenant().id,
        database: bench.label(),
        layout: migrations.layout.name,
        pending: scriptsDocument(dryRun ? result.chosen : []),
        ran: scriptsDocument(result.ran),
        ...(result.report && { report: result.report }),
      }),
    );
  else terminal.print(resultText(result, { direction, dryRun }, { bench, migrations, paint: terminal.paint }));
  return undefined;
}

function stepsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw usage(`--steps ${given} is no number of migrations`, 'Write a whole number from 1 on.');
}

interface Asked {
  readonly migrations: Migrations;
  readonly scripts: readonly Script[];
  readonly direction: 'up' | 'down';
}

async function ask(invocation: Invocation, bench: Workbench, { migrations, scripts, direction }: Asked): Promise<void> {
  const { terminal, flags } = invocation;
  const { yes = false, format } = flags as CallFlags;
  const { tool } = migrations.layout;
  if (!yes && format !== 'json') terminal.print(scriptLines(scripts, terminal.paint));
  const what = `${counted(scripts.length, 'migration')} of ${tool}`;
  await confirm(invocation, {
    yes,
    question: direction === 'up' ? `Run ${what} on ${bench.label()}` : `Take ${what} back on ${bench.label()}`,
    hint: 'Add --yes once they have been looked at: --dry-run lists them.',
  });
}

/** Migrations for programs. */
export function scriptsDocument(scripts: readonly Pick<Script, 'id' | 'name'>[]) {
  return scripts.map(({ id, name }) => ({ id, name }));
}

/** Migrations that are to run, a line each. */
export function scriptLines(scripts: readonly Script[], paint: Paint): string {
  return scripts.map(({ name }) => `  ${paint.cyan(visible(name))}`).join('\n');
}

function resultText(
  result: MigrateResult,
  { direction, dryRun }: { readonly direction: 'up' | 'down'; readonly dryRun: boolean },
  { bench, migrations, paint }: { bench: Workbench; migrations: Migrations; paint: Paint },
): string {
  const label = visible(bench.label());
  const { tool } = migrations.layout;
  if (dryRun && result.chosen.length > 0)
    return `${scriptLines(result.chosen, paint)}\n${paint.dim('dry run: nothing was changed')}`;
  if (result.ran.length === 0)
    return `${paint.green('✓')} ${direction === 'up' ? `${label} has all migrations of ${tool} in ${visible(migrations.folder)}` : `nothing of ${tool} is applied to ${label}`}`;
  const done = direction === 'up' ? 'run' : 'taken back';
  const base = result.report ? ` ${paint.dim(`(run ${result.report.run.slice(0, 8)})`)}` : '';
  return `${paint.green('✓')} ${counted(result.ran.length, 'migration')} of ${tool} ${done}, and noted in ${migrations.layout.table.name}${base}`;
}

const signs: Readonly<Record<ScriptState, string>> = {
  applied: '✓ applied',
  pending: '· pending',
  again: '· changed, runs again',
  changed: '! changed since it was applied',
  failed: '✗ did not come to its end',
  missing: '! applied, and its file is gone',
  late: '! not applied, and later ones are',
};

/** How migrations stand, for programs. */
export function standingDocument(scripts: readonly StandingScript[]) {
  return scripts.map(({ id, name, state }) => ({ id, name, state }));
}

/** How migrations stand, a line each. */
export function standingText(scripts: readonly StandingScript[], paint: Paint): string {
  const painted = (state: ScriptState) => {
    const text = signs[state];
    return state === 'applied' ? paint.green(text) : text.startsWith('·') ? text : paint.yellow(text);
  };
  return align(scripts.map(({ name, state }) => [visible(name), painted(state)])).join('\n');
}
