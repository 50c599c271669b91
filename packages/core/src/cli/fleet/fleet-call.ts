import { loadConfig } from '../../config/load-config.js';
import type { TenantChoice } from '../../fleet/choice.js';
import { usage } from '../arguments.js';
import type { Invocation } from '../command.js';

/** The flags that choose tenants of a fleet. */
export interface FleetCallFlags {
  readonly url?: string | undefined;
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly tenant?: readonly string[];
  readonly 'all-tenants'?: boolean;
  readonly fleet?: string | undefined;
  readonly except?: readonly string[];
  readonly 'only-drifted'?: boolean;
  readonly group?: readonly string[];
  readonly label?: readonly string[];
  readonly sample?: string | undefined;
  readonly parallel?: string | undefined;
}

/** Whether a call is about tenants of a fleet. `--tenant` alone is where the config has fleets, and no database is named beside. */
export async function isFleetCall({ flags, world }: Invocation): Promise<boolean> {
  const {
    url,
    profile,
    tenant = [],
    fleet,
    group = [],
    label = [],
    except = [],
    sample,
    config,
    ...given
  } = flags as FleetCallFlags;
  const ofFleet =
    given['all-tenants'] ||
    given['only-drifted'] ||
    fleet !== undefined ||
    group.length + label.length + except.length > 0 ||
    sample !== undefined;
  if (ofFleet && url !== undefined)
    throw usage('--url names one database, and tenants of a fleet were asked for', 'Leave out one of them.');
  if (ofFleet && profile !== undefined)
    throw usage(
      '--profile names one database, and tenants of a fleet were asked for',
      'Say in the fleet itself where its tenants are, and leave out --profile.',
    );
  if (ofFleet) return true;
  const isNamed = tenant.length > 0 && url === undefined && profile === undefined;
  const isTenant = isNamed && (await loadConfig(world.directory, config)).config.fleets !== undefined;
  if (!isTenant) refuseRollout(flags as RolloutGiven);
  return isTenant;
}

/** The flags of a run that goes on from one tenant to the other. */
const ofSeveral = ['waves', 'bake', 'probe', 'probe-sql', 'order', 'abort-after', 'tenant-timeout'] as const;

type RolloutGiven = { readonly [N in (typeof ofSeveral)[number]]?: string | undefined };

/** One database is not rolled out: who asked for it to be done carefully is not to see it done otherwise. */
function refuseRollout(flags: RolloutGiven): void {
  const [given] = ofSeveral.filter((name) => flags[name] !== undefined);
  if (given === undefined) return;
  throw usage(`--${given} is about tenants of a fleet, and this is about one database`, 'Leave it out.');
}

/** Whether a call is about several tenants of a fleet, to commands that take one by its whole id for a database as any other. */
export async function isCallOfSeveral(invocation: Invocation): Promise<boolean> {
  const flags = invocation.flags as FleetCallFlags & RolloutGiven;
  const { tenant = [], group = [], label = [], except = [], sample } = flags;
  const [id = '*', another] = tenant;
  const isChosen = flags['only-drifted'] || sample !== undefined || group.length + label.length + except.length > 0;
  const isOne = !isChosen && another === undefined && !/[*?]/.test(id);
  if ((await isFleetCall(invocation)) && !isOne) return true;
  refuseRollout(flags);
  return false;
}

/** Which tenants a command line means. */
export function choiceOf(flags: FleetCallFlags): TenantChoice {
  const { tenant = [], except = [], group = [], label = [], sample } = flags;
  const all = flags['all-tenants'] ?? false;
  const drifted = flags['only-drifted'] ?? false;
  if (all && tenant.length > 0)
    throw usage('--all-tenants and --tenant say different things', 'Leave out one of them.');
  if (!all && !drifted && tenant.length === 0 && group.length === 0 && label.length === 0 && sample === undefined)
    throw usage(
      'nothing says which tenants of the fleet are meant',
      'Say --all-tenants, or --tenant, --group or --label.',
    );
  return {
    tenants: tenant,
    except,
    groups: group,
    labels: label.map(labelOf),
    ...(sample !== undefined && { sample: shareOf(sample) }),
  };
}

/** How many tenants are worked on at a time. */
export function parallelOf({ parallel }: FleetCallFlags): number {
  if (parallel === undefined) return 8;
  const count = Number(parallel);
  if (/^\d+$/.test(parallel) && count >= 1 && count <= 1000) return count;
  throw usage(
    `--parallel ${parallel} is no number of tenants`,
    'Write a whole number from 1 to 1000, as in --parallel 16.',
  );
}

function labelOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw usage(`--label ${text} names no value`, 'Write --label NAME=VALUE; the value may be a glob.');
}

function shareOf(text: string): number {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  const share = Number(percent) / 100;
  if (percent !== undefined && share > 0 && share <= 1) return share;
  throw usage(`--sample ${text} is no share`, 'Write a percentage, as in --sample 5%.');
}
