import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { SyncError } from '../errors.js';
import { seenFlaws } from '../inspect/check.js';
import { excluder } from '../inspect/ownership.js';
import { type Address, partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Part } from './build/part.js';
import type { Compiled, LocatedFlaw, SourceContext, SourceWarning } from './compiled.js';
import { sourceInvalid, together } from './invalid.js';
import { withoutHome } from './sql/definition.js';

type Exclusion = Pick<SourceContext['inspect'], 'exclude'>;

/** Gives flaws the places of the statements that define what is flawed; `elsewhere` is the place of what no statement defines. */
export function locate(
  flaws: readonly Flaw[],
  catalogue: Catalogue,
  driver: Driver,
  parts: readonly Part[],
  elsewhere: string,
): readonly LocatedFlaw[] {
  if (flaws.length === 0) return [];
  const definers = new Map<string, { readonly part: Part; readonly position: number }[]>();
  for (const [position, part] of parts.entries()) {
    if (part.name === undefined) continue;
    const same = definers.get(part.name);
    if (same) same.push({ part, position });
    else definers.set(part.name, [{ part, position }]);
  }
  const titles = new Map(driver.kinds.map(({ kind, title }) => [kind, title ?? kind]));
  const located = flaws.map((flaw) => {
    const { kind, parts: path } = partsOf(flaw.address);
    const object = catalogue.get(flaw.address);
    const name = object?.name ?? path.at(-1) ?? '';
    const bareName = object && driver.kinds.find((each) => each.kind === kind)?.bareName?.(object);
    const found = definers.get(driver.dialect.fold(bareName ?? name)) ?? [];
    const definer = likeliest(found, kind, path, driver);
    const flawed = { ...flaw, at: definer?.part.at ?? elsewhere, of: `${titles.get(kind) ?? kind} ${name}` };
    return { flawed, position: definer?.position ?? parts.length };
  });
  return located.sort((a, b) => a.position - b.position).map(({ flawed }) => flawed);
}

/** Of the statements that define a name, the one that says it of such a thing and in that place; else the first. */
function likeliest<D extends { readonly part: Part }>(
  found: readonly D[],
  kind: string,
  path: readonly string[],
  { dialect }: Driver,
): D | undefined {
  const type = kind.slice(kind.indexOf('/') + 1).toUpperCase();
  const around = JSON.stringify(withoutHome(path, dialect).slice(0, -1));
  const fits = ({ part }: D) =>
    (part.type === type ? 2 : 0) + (part.path && JSON.stringify(part.path.slice(0, -1)) === around ? 1 : 0);
  return found.reduce<D | undefined>((best, each) => (best && fits(best) >= fits(each) ? best : each), undefined);
}

/** The place of every object of a state, for what is found out of it later. */
export function placesOf(
  catalogue: Catalogue,
  driver: Driver,
  parts: readonly Part[],
  elsewhere: string,
): ReadonlyMap<Address, string> {
  const all = Array.from(catalogue, ({ address }) => ({ address, message: '' }));
  return new Map(locate(all, catalogue, driver, parts, elsewhere).map(({ address, at }) => [address, at]));
}

/** All that somebody should know of a state, with what does not hold in it. */
export function warningsOf({ warnings, flaws = [] }: Pick<Compiled, 'warnings' | 'flaws'>): readonly SourceWarning[] {
  return [...warnings, ...flaws.map((flaw) => ({ at: flaw.at, message: describeFlaw(flaw) }))];
}

/** Parts what does not hold from what may hold elsewhere: where an application brings something along, or where what is missing is left alone. */
export function sortOut(
  found: readonly LocatedFlaw[],
  { inspect }: { readonly inspect: Exclusion },
): {
  readonly flaws: readonly LocatedFlaw[];
  readonly doubts: readonly SourceWarning[];
  readonly elsewhere: readonly LocatedFlaw[];
} {
  const excludes = excluder(inspect);
  const flaws: LocatedFlaw[] = [];
  const doubts: SourceWarning[] = [];
  const elsewhere: LocatedFlaw[] = [];
  for (const flaw of found) {
    const { missing = [], onlyWhere } = flaw;
    const isElsewhere = missing.length > 0 && missing.every((name) => excludes(name) !== undefined);
    const condition =
      onlyWhere ?? (isElsewhere ? `the target has ${missing.join(', ')}, which is excluded` : undefined);
    if (onlyWhere === undefined && isElsewhere) elsewhere.push(flaw);
    if (condition === undefined) flaws.push(flaw);
    else doubts.push({ at: flaw.at, message: `${describeFlaw(flaw)}; this holds only where ${condition}` });
  }
  return { flaws, doubts, elsewhere };
}

/** A state that nobody built, such as a database as it is, with what shows not to hold in it; any other as it is. */
export function withSeenFlaws(state: Compiled, driver: Driver, inspect: Exclusion): Compiled {
  if (state.flaws !== undefined) return state;
  const found = seenFlaws(driver, state.catalogue);
  const { flaws, doubts } = sortOut(locate(found, state.catalogue, driver, [], state.origin), { inspect });
  const warnings = [...state.warnings, ...doubts];
  return flaws.length === 0 ? { ...state, warnings } : { ...state, warnings, flaws };
}

/** The error for a state of which something would be broken. */
export function flawsError(flaws: readonly [LocatedFlaw, ...LocatedFlaw[]]): SyncError {
  const [first, ...others] = flaws;
  const usual = 'The server takes this definition, and fails when it is used: mend it, or leave it out.';
  const errorOf = (flaw: LocatedFlaw) =>
    sourceInvalid(flaw.at, describeFlaw(flaw), { hint: flaw.hint ?? usual, details: { address: flaw.address } });
  return together([errorOf(first), ...others.map(errorOf)]);
}

/** A flaw as one sentence, without its place. */
function describeFlaw({ of, message }: LocatedFlaw): string {
  return `the ${of} does not hold: ${message}`;
}
