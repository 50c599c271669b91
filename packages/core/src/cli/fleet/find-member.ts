import type { LoadedConfig } from '../../config/load-config.js';
import { type Member, requireReachable } from '../../fleet/member.js';
import { usage } from '../arguments.js';
import type { Invocation } from '../command.js';
import { findFleet } from './find-fleet.js';
import { openFleetBench } from './fleet-bench.js';
import type { FleetCallFlags } from './fleet-call.js';
import { goalIn } from './open-fleet.js';
import type { FoundMember } from './with-fleet.js';

/** The tenant of a fleet that a call names by its id, for commands that work on one database. */
export async function findMember(invocation: Invocation, loaded: LoadedConfig): Promise<FoundMember> {
  const { fleet, tenant } = invocation.flags as {
    readonly fleet?: string;
    readonly tenant?: string | readonly string[];
  };
  if (tenant === undefined || tenant.length === 0)
    throw usage('--fleet names many databases, and this is about one', 'Say --tenant ID.');
  const { config } = invocation.flags;
  const flags: FleetCallFlags = {
    tenant: typeof tenant === 'string' ? [tenant] : tenant,
    ...(fleet !== undefined && { fleet }),
    ...(config !== undefined && { config }),
  };
  const { members } = await openFleetBench(invocation, { withGoal: false, flags });
  const met: Member[] = [];
  for await (const member of members()) met.push(member);
  const [member, another] = met;
  if (!member || another)
    throw usage(`--tenant ${tenant} means ${met.length} tenants, and this is about one`, 'Name it by its whole id.');
  requireReachable(member);
  const found = findFleet(loaded, fleet);
  const { environment } = invocation.world;
  const goal = (group: string | undefined) => goalIn(found, group, { loaded, environment });
  const to = (member.group === undefined ? undefined : goal(member.group)) ?? goal(undefined);
  const own = member.group === undefined ? undefined : found.values.groups?.[member.group]?.exclude;
  const input = member.tenant.target;
  return {
    member,
    target: { input, target: { directory: input.directory, url: { value: input.url, at: found.at }, settings: {} } },
    exclude: [...(found.values.exclude ?? []), ...(own ?? [])],
    ...(to && { to }),
  };
}
