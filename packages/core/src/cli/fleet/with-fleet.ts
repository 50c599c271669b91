import type { Placed } from '../../config/place.js';
import type { Located, Settings } from '../../config/settings.js';
import type { ResolvedTarget, Target } from '../../config/target.js';
import type { Member } from '../../fleet/member.js';
import { defaultTenantId } from '../../tenant/context.js';
import { usage } from '../arguments.js';

/** What a fleet says in the place of the config. */
export interface FleetNeeds {
  /** The place that its tenants share. */
  readonly site?: Target;
  readonly engine?: Placed;
  /** The desired states of the fleet and of its groups. */
  readonly goals: readonly Located[];
}

/** One tenant of a fleet as the database that a command works on. */
export interface FoundMember {
  readonly member: Member;
  readonly target: ResolvedTarget;
  /** Its desired state, where the fleet or its group has one. */
  readonly to?: Located;
  readonly exclude: readonly string[];
}

/** The place that a fleet shares stands in for the database of the config, and what it says of a tenant for what the config says. */
export function withFleet(
  settings: Settings,
  fleet: FleetNeeds | undefined,
  member: FoundMember | undefined,
): Settings {
  if (member) {
    const { to, exclude } = member;
    return { ...settings, exclude: [...settings.exclude, ...exclude], ...(to && { to }) };
  }
  if (!fleet) return settings;
  const { target: _, ...rest } = settings;
  const { site, engine } = fleet;
  return { ...rest, ...(site && { target: site }), ...(engine && { engine }) };
}

/** Whose database it is that a URL names. */
export function tenantIdOf(tenant: string | readonly string[] | undefined): string {
  const [id = defaultTenantId, another] = typeof tenant === 'string' ? [tenant] : (tenant ?? []);
  if (another === undefined) return id;
  throw usage(
    `--tenant ${id} and --tenant ${another} name two tenants, and there is one database`,
    'Tenants of a fleet are named in the config, under fleets.',
  );
}
