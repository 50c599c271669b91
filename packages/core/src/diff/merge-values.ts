import { canonicalJson, equalJson, isRecord, type Json, type JsonRecord } from '../model/json.js';

/** One of the three states that are merged. */
export type MergeSide = 'base' | 'ours' | 'theirs';

type Values = Readonly<Partial<Record<MergeSide, Json>>>;

/** How values are merged. */
export interface ValueMerging {
  /** Which side is taken where both changed a value. */
  choose(path: readonly string[], values: Values): MergeSide;
  /** The lists at the top in which the order says nothing. */
  readonly sets: ReadonlySet<string>;
  /** Whether lists of names are merged, in the order of ours, and with what theirs adds at the end. */
  readonly ordersApart?: boolean;
}

/** What two sides made of a value; undefined where it is gone. */
export function mergeValue(path: readonly string[], values: Values, merging: ValueMerging): Json | undefined {
  const { base, ours, theirs } = values;
  if (equalJson(ours, theirs)) return ours;
  if (equalJson(base, ours)) return theirs;
  if (equalJson(base, theirs)) return ours;
  if (isRecord(ours) && isRecord(theirs) && (base === undefined || isRecord(base)))
    return mergeRecords(path, { ...values, ours, theirs }, merging);
  if (Array.isArray(ours) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
    const lists = {
      base: (base ?? []) as readonly Json[],
      ours: ours as readonly Json[],
      theirs: theirs as readonly Json[],
    };
    if (Object.values(lists).every(isNamed)) return mergeNamed(path, lists, merging);
    if (path.length === 1 && merging.sets.has(path[0] ?? '')) return mergeSet(lists);
    if (merging.ordersApart && Object.values(lists).every(isTexts))
      return mergeOrder(lists.base as string[], lists.ours as string[], lists.theirs as string[]);
  }
  return values[merging.choose(path, values)];
}

/** Ours without what theirs took away, and then what theirs added. */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [before, here, there] = [new Set(base), new Set(ours), new Set(theirs)];
  const kept = ours.filter((each) => there.has(each) || !before.has(each));
  return [...kept, ...theirs.filter((each) => !here.has(each) && !before.has(each))];
}

interface Lists {
  readonly base: readonly Json[];
  readonly ours: readonly Json[];
  readonly theirs: readonly Json[];
}

function mergeRecords(path: readonly string[], values: Values, merging: ValueMerging): Json {
  const { base = {}, ours, theirs } = values as Readonly<Record<MergeSide, JsonRecord | undefined>>;
  const names = new Set([base, ours ?? {}, theirs ?? {}].flatMap((each) => Object.keys(each)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const merged = mergeValue(
        [...path, name],
        given({ base: base[name], ours: ours?.[name], theirs: theirs?.[name] }),
        merging,
      );
      return merged === undefined ? [] : [[name, merged]];
    }),
  );
}

/** Lists of what has a name, whose order says nothing: the names keep the order in which lists have them that are sorted by name. */
function mergeNamed(path: readonly string[], { base, ours, theirs }: Lists, merging: ValueMerging): Json {
  const [before, here, there] = [base, ours, theirs].map((list) => new Map(list.map((each) => [nameOf(each), each])));
  const names = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? []), ...(before?.keys() ?? [])])];
  const isSorted = [ours, theirs].every((list) =>
    list.every((each, i) => i === 0 || nameOf(list[i - 1]) < nameOf(each)),
  );
  if (isSorted) names.sort((a, b) => (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const values = given({ base: before?.get(name), ours: here?.get(name), theirs: there?.get(name) });
    const merged = mergeValue([...path, name], values, merging);
    return merged === undefined ? [] : [merged];
  });
}

function mergeSet({ base, ours, theirs }: Lists): Json {
  const texts = (list: readonly Json[]) => list.map((each) => canonicalJson(each));
  return mergeOrder(texts(base), texts(ours), texts(theirs)).map((text) => JSON.parse(text) as Json);
}

function given(values: Readonly<Record<MergeSide, Json | undefined>>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function isNamed(list: readonly Json[]): boolean {
  const names = list.map((each) => (isRecord(each) && typeof each.name === 'string' ? each.name : undefined));
  return !names.includes(undefined) && new Set(names).size === names.length && list.length > 0;
}

function isTexts(list: readonly Json[]): boolean {
  return list.every((each) => typeof each === 'string');
}

function nameOf(value: Json | undefined): string {
  return isRecord(value) ? String(value.name) : '';
}
