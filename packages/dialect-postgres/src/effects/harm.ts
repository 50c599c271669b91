import type { Hazard } from '@sync/core';
import {
  breaksClients,
  changesOwner,
  changesPolicy,
  changesPrivileges,
  convertsValues,
  disablesRowSecurity,
  disablesRule,
  disablesTrigger,
  dropsColumn,
  dropsExtension,
  dropsForeignTable,
  dropsIndex,
  dropsRoutine,
  dropsRule,
  dropsSequence,
  dropsTable,
  dropsTrigger,
  dropsType,
  dropsView,
  enablesRowSecurity,
  endsGuarantee,
  hidesRows,
  movesExtension,
  updatesExtension,
} from '../hazards.js';
import { conversionLoss } from '../kinds/table/conversion-loss.js';
import { typeChange } from '../kinds/table/type-change.js';
import { type Fact, type FactOf, factKey, joinedBy, type Landscape } from './landscape.js';
import type { LockMode } from './lock-modes.js';

/** A hazard, and the number of the relation that it is about; '0' for none. */
export interface Harm {
  readonly on: string;
  readonly hazard: Hazard;
}

/** What is lost, renamed, or changed for those who use it, between two states of a database. */
export function harmBetween(
  before: Landscape,
  after: Landscape,
  locks: ReadonlyMap<string, LockMode>,
): readonly Harm[] {
  const changed = [...before].flatMap(([key, was]) => (after.get(key) === was ? [] : [was]));
  const harmTo = ({ relation }: Fact, hazards: readonly Hazard[]) =>
    hazards.map((hazard) => ({ on: relation, hazard }));
  const lost = (was: Fact): readonly Hazard[] => {
    const is = after.get(factKey(was.of, was.id));
    const on = {
      before: before.get(factKey('relation', was.relation)),
      after: after.get(factKey('relation', was.relation)),
    };
    // What goes with its table is told with it.
    if (!is)
      return was.of === 'relation' || was.relation === '0' || on.after
        ? gone[was.of](was, { ...on, locks, facts: after })
        : [];
    return [...altered[was.of](was, is, on), ...accessOf(was, is)];
  };
  const made = [...after].flatMap(([key, is]): readonly Harm[] => {
    if (is.of !== 'policy' || before.has(key)) return [];
    const table = before.get(factKey('relation', is.relation));
    return table ? harmTo(is, [changesPolicy('creates', is.name, table.name)]) : [];
  });
  return [
    ...changed.flatMap((was) => harmTo(was, lost(was))),
    ...changed.flatMap((was) => harmTo(was, hidden(was, { before, after, locks }))),
    ...made,
  ];
}

interface Between {
  readonly before: Landscape;
  readonly after: Landscape;
  readonly locks: ReadonlyMap<string, LockMode>;
}

/** What leaves a table, its rows with it; backwards that would be to join it. */
function hidden(was: Fact, { before, after, locks }: Between): readonly Hazard[] {
  if (was.of !== 'relation' || !after.has(factKey('relation', was.id))) return [];
  const lock = locks.get(was.id) ?? 'SHARE UPDATE EXCLUSIVE';
  return joinedBy(was, after, before).map((above) => hidesRows(was.name, above.name, lock));
}

interface On {
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

interface Around extends On {
  readonly facts: Landscape;
  readonly locks: ReadonlyMap<string, LockMode>;
}

type Gone = (was: Fact, on: Around) => readonly Hazard[];
type Altered = (was: Fact, is: Fact, on: On) => readonly Hazard[];

const nameOf = (fact: Fact | undefined) => fact?.name ?? '';

const gone: Readonly<Record<FactOf, Gone>> = {
  relation: ({ path, state }) => {
    if (state.kind === 'r' || state.kind === 'p') return [dropsTable(path)];
    if (state.kind === 'f') return [dropsForeignTable(path)];
    if (state.kind === 'S') return [dropsSequence(path)];
    if (state.kind === 'v') return [dropsView('view', path)];
    return state.kind === 'm' ? [dropsView('materialized view', path)] : [];
  },
  column: ({ state }, { after }) => {
    const kind = after?.state.kind;
    if (!after || state.generated === true || kind === 'v' || kind === 'm') return [];
    return [dropsColumn(after.path, String(state.name))];
  },
  constraint: (was, { after, facts }) => {
    const { name, state } = was;
    if (state.type === 'n' || state.type === 't' || isBack(was, facts)) return [];
    return after ? [endsGuarantee(`table ${after.name}`, `constraint ${name}`)] : [];
  },
  index: (was, { after, facts, locks }) => {
    if (!after || isBack(was, facts)) return [];
    return [dropsIndex(was.name, after.name, locks.get(was.relation) ?? 'SHARE UPDATE EXCLUSIVE')];
  },
  trigger: ({ name }, { after }) => [dropsTrigger(name, `on ${nameOf(after)}`)],
  rule: ({ name }, { after }) => [dropsRule(name, `statements on ${nameOf(after)}`)],
  policy: ({ name }, { after }) => [changesPolicy('drops', name, nameOf(after))],
  routine: ({ name }) => [dropsRoutine('routine', name)],
  type: ({ name, state }) => (state.kind === 'm' ? [] : [dropsType('type', name)]),
  label: () => [],
  extension: ({ name }) => [dropsExtension(name)],
};

/** Whether the server made another one of it for the same table, under its name: as it does where a column changes its type, or an index is built again beside it. */
function isBack(was: Fact, facts: Landscape): boolean {
  return [...facts.values()].some(
    ({ of, relation, name, state }) =>
      of === was.of && relation === was.relation && name === was.name && state.type === was.state.type,
  );
}

const titles: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'table',
  f: 'foreign table',
  v: 'view',
  m: 'materialized view',
  S: 'sequence',
};

function securityBetween(was: Fact, is: Fact): readonly Hazard[] {
  if (was.state.security !== is.state.security) {
    return [is.state.security === true ? enablesRowSecurity(is.name) : disablesRowSecurity(is.name)];
  }
  if (was.state.forced === is.state.forced) return [];
  return [
    is.state.forced === true ? enablesRowSecurity(is.name, 'its owner') : disablesRowSecurity(is.name, 'its owner'),
  ];
}

const none: Altered = () => [];

const altered: Readonly<Record<FactOf, Altered>> = {
  relation(was, is) {
    const title = titles[String(was.state.kind)];
    return [
      ...(title !== undefined && was.name !== is.name ? [breaksClients(title, was.name, is.name)] : []),
      ...securityBetween(was, is),
    ];
  },
  column(was, is, { after }) {
    const [from, to] = [String(was.state.type), String(is.state.type)];
    const [old, name] = [String(was.state.name), String(is.state.name)];
    const table = nameOf(after);
    return [
      ...(old === name ? [] : [breaksClients('column', `${table}.${old}`, name)]),
      ...(from !== to && typeChange(from, to) === 'lossy'
        ? [
            convertsValues(
              table,
              name,
              from,
              to,
              `${conversionLoss(from, to)}, unless USING makes other values of them`,
            ),
          ]
        : []),
      ...(was.state.notNull === true && is.state.notNull !== true
        ? [endsGuarantee(`table ${table}`, `NOT NULL of column ${name}`)]
        : []),
    ];
  },
  constraint: none,
  index: none,
  trigger: ({ state }, { name, state: now }, { after }) =>
    now.enabled === 'D' && state.enabled !== 'D'
      ? [disablesTrigger(name, `on ${nameOf(after)}`, 'SHARE ROW EXCLUSIVE')]
      : [],
  rule: ({ state }, { name, state: now }, { after }) =>
    now.enabled === 'D' && state.enabled !== 'D' ? [disablesRule(name, `statements on ${nameOf(after)}`)] : [],
  policy: ({ state }, { name, state: now }, { after }) =>
    JSON.stringify(state) === JSON.stringify(now) ? [] : [changesPolicy('alters', name, nameOf(after))],
  routine: (was, is) => (was.name === is.name ? [] : [breaksClients('routine', was.name, is.name)]),
  type: (was, is) => (was.name === is.name || was.state.kind === 'm' ? [] : [breaksClients('type', was.name, is.name)]),
  label: (was, is) => (was.name === is.name ? [] : [breaksClients('enum value', was.name, is.name)]),
  extension({ name, state }, { state: now }) {
    const [version, schema] = [String(now.version), String(now.schema)];
    return [
      ...(state.version === version ? [] : [updatesExtension(name, String(state.version), version)]),
      ...(state.schema === schema ? [] : [movesExtension(name, String(state.schema), schema)]),
    ];
  },
};

function accessOf(was: Fact, is: Fact): readonly Hazard[] {
  const { owner, privileges = null } = is.state;
  const title = titles[String(is.state.kind)] ?? is.of;
  return [
    ...(owner !== undefined && was.state.owner !== owner && is.state.kind !== 'i'
      ? [changesOwner(`${title} ${is.name}`, String(owner), is.of === 'relation')]
      : []),
    ...((was.state.privileges ?? null) === privileges ? [] : [changesPrivileges(`${title} ${is.name}`)]),
  ];
}
