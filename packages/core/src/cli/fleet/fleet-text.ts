import type { Driver } from '../../contract/driver.js';
import type { Member } from '../../fleet/member.js';
import type { FailedTenant, TenantClass } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import { foldLine } from '../fold.js';
import type { Paint } from '../paint.js';
import { differenceText, nextText } from '../render/difference-text.js';
import { errorText } from '../report-error.js';
import { visible } from '../visible.js';

/** How the tenants of a fleet are shown. */
export interface FleetView {
  readonly driver: Driver;
  readonly paint: Paint;
  readonly columns: number;
  readonly verbose: boolean;
}

const namedAtMost = 8;

/** The ids of tenants, the first of them where there are many; with `verbose` all. */
export function namesText(members: readonly Member[], verbose: boolean): string {
  const named = verbose ? members : members.slice(0, namedAtMost);
  const more = members.length - named.length;
  const names = named.map(({ tenant }) => visible(tenant.id)).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}

/** How many tenants there are, in how many states. */
export function fleetHead(
  name: string,
  {
    classes,
    failed,
  }: { readonly classes: readonly { readonly members: readonly Member[] }[]; readonly failed: readonly FailedTenant[] },
  paint: Paint,
): string {
  const tenants = classes.reduce((sum, { members }) => sum + members.length, failed.length);
  const states = [
    counted(classes.length, 'state'),
    ...(failed.length > 0 ? [paint.red(`${failed.length} failed`)] : []),
  ];
  return `${paint.bold(`Fleet ${visible(name)}`)}: ${counted(tenants, 'tenant')}, ${states.join(', ')}`;
}

/** Tenants of one state: who they are, and what lies between that and what they are to be. */
export function classText(found: TenantClass, { driver, paint, columns, verbose }: FleetView): string {
  const { members, inSync, goal, difference, seeds, missing, next } = found;
  const count = counted(members.length, 'tenant');
  const names = (head: string) => foldLine(`${head}: ${namesText(members, verbose)}`, columns);
  if (inSync) return names(`${paint.green('✓')} ${count} in sync with ${visible(goal.origin)}`);
  const head = names(`${paint.yellow('≠')} ${count} ${missing ? 'whose database does not exist' : 'out of sync'}`);
  const from = members.length === 1 ? (members[0]?.label ?? '') : `each of the ${members.length}`;
  const text = differenceText(difference, { from, to: goal.origin }, driver, paint, { seeds, columns });
  return [head, text, ...(next ? [nextText(next, paint)] : [])].join('\n\n');
}

/** Why tenants could not be dealt with: what is wrong with many in the same words is said once. */
export function failedText(failed: readonly FailedTenant[], { paint, columns, verbose }: FleetView): string {
  const same = grouped(failed, ({ member, error }) =>
    JSON.stringify([error.code, error.message.replaceAll(member.label, '')]),
  );
  return [...same.values()]
    .map((alike) => {
      const [first] = alike;
      if (!first) return '';
      const names = namesText(
        alike.map(({ member }) => member),
        verbose,
      );
      const head = foldLine(`${paint.red('✗')} ${counted(alike.length, 'tenant')} failed: ${names}`, columns);
      return `${head}\n${errorText(first.error, paint, verbose)}`;
    })
    .join('\n\n');
}
