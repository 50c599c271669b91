import {
  type Address,
  type Connection,
  type Difference,
  type Driver,
  type HazardClass,
  hazardsOf,
  type Occasion,
  type Plan,
  partsOf,
  remedyText,
} from '@sync/core';
import { migratorError } from './errors.js';
import type { LossOptions } from './options.js';

/** Harm that a migration would do, with what lets it. */
export interface DestructiveChange {
  /** `alter table:users` */
  readonly change: string;
  readonly class: HazardClass;
  readonly code: string;
  readonly message: string;
  /** How many rows the table holds. */
  readonly rows?: number;
  readonly allowedBy: readonly (keyof LossOptions)[];
}

/** Rows that a change does not go through with. Nothing allows it: they are mended first. */
export interface RowsInTheWay {
  readonly summary: string;
  readonly table: string;
  readonly message: string;
  readonly rows?: number;
  /** Shows all of them. */
  readonly query: string;
  /** What to do about them, where that is something else than mending them. */
  readonly remedy?: string;
}

/** Waiting for a lock is no loss: a program that migrates itself has said that it wants the change. */
const always: readonly HazardClass[] = ['blocks-reads', 'blocks-writes'];

/** What a call lets happen. */
export function allowedBy({ force, allowDataLoss }: LossOptions): readonly HazardClass[] | 'all' {
  if (force) return 'all';
  return allowDataLoss ? [...always, 'data-loss'] : always;
}

/** The harm in a plan that somebody has to allow, with the rows that the tables hold. */
export async function destructiveChanges(
  plan: Plan,
  { origins }: Pick<Difference, 'origins'>,
  options: LossOptions,
  connection: Connection,
  driver: Driver,
): Promise<readonly DestructiveChange[]> {
  const allowed = allowedBy(options);
  const changes = new Map(plan.changes.map((change) => [change.id, change]));
  const stopped = hazardsOf(plan.up).filter(
    (hazard) => hazard.gated && allowed !== 'all' && (!allowed.includes(hazard.class) || isOthers(hazard)),
  );
  const found: DestructiveChange[] = [];
  for (const hazard of stopped) {
    const { change: id, class: type, code, message } = hazard;
    const change = isOthers(hazard) ? undefined : changes.get(id);
    const table = change?.verb === 'alter' || change?.verb === 'drop' ? change.from : undefined;
    // What is renamed along with it still has the name that it had.
    const at = table && ((change?.verb === 'alter' && origins.get(table.address)) || table.address);
    const rows = at === undefined ? undefined : await countRows(at, connection, driver);
    const isLoss = type === 'data-loss' && !isOthers(hazard);
    found.push({
      change: id,
      class: type,
      code,
      message,
      ...(rows !== undefined && { rows }),
      allowedBy: isLoss ? ['allowDataLoss', 'force'] : ['force'],
    });
  }
  return found;
}

/** Harm to what is somebody else's: whoever lets go of what is the plugin's own has not said a word about that. */
function isOthers({ code }: Pick<DestructiveChange, 'code'>): boolean {
  return code === 'breaks-left-alone';
}

/** How many rows a table holds; undefined for what is no table, and where nobody may look. */
async function countRows(at: Address, connection: Connection, { dialect }: Driver): Promise<number | undefined> {
  const { kind, parts } = partsOf(at);
  if (kind !== 'table') return undefined;
  const name = parts.map((part) => dialect.quote(part));
  try {
    const [row] = await connection.query<{ readonly n: number }>({
      text: `SELECT count(*) AS n FROM ${name.join('.')}`,
    });
    return Number(row?.n);
  } catch {
    return undefined;
  }
}

/** Stops a plan that would lose something nobody let go, that rows are in the way of, or that nobody could try. */
export function requireSafe(
  plugin: string,
  plan: Plan,
  destructive: readonly DestructiveChange[],
  { data }: Pick<Occasion, 'data'>,
): void {
  const inTheWay: readonly RowsInTheWay[] = data?.inTheWay ?? [];
  const lines = [
    ...destructive.map(({ message, rows, allowedBy: by }) => {
      const held = rows === undefined ? '' : `; the table holds ${rows} row${rows === 1 ? '' : 's'}`;
      return `  ${message}${held} (allowed by ${by.join(' or ')})`;
    }),
    ...inTheWay.map(({ summary, message }) => `  ${summary}: ${message}`),
  ];
  if (lines.length > 0) {
    const message = `the migration was stopped before anything ran:\n${lines.join('\n')}`;
    throw migratorError(
      destructive.length > 0 ? 'GATE_CLOSED' : 'CHECK_FAILED',
      message,
      hintOf(destructive, inTheWay),
      {
        plugin,
        changes: destructive,
        rows: inTheWay,
      },
    );
  }
  if (plan.proof?.up !== false) return;
  throw migratorError(
    'CONFIRMATION_NEEDED',
    `the plan could not be tried: ${plan.proof.reason ?? 'no throw-away database could show what it does'}`,
    'Nothing was touched. Migrate with { prove: false } if that is what you want.',
    { plugin },
  );
}

function hintOf(destructive: readonly DestructiveChange[], inTheWay: readonly RowsInTheWay[]): string {
  const flags = new Set(destructive.flatMap(({ allowedBy: [first] }) => (first ? [first] : [])));
  return [
    ...(flags.size > 0
      ? [
          `Migrate with { ${[...flags].map((flag) => `${flag}: true`).join(', ')} } if it is meant; what was renamed is said with renames: { old: 'new' }.`,
        ]
      : []),
    ...(inTheWay.length > 0 ? [remedyText(inTheWay)] : []),
  ].join(' ');
}
