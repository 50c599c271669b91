import type { Cursor } from '../text/cursor.js';
import { Cursor as Reader } from '../text/cursor.js';
import type { SequenceSpec, TriggerSpec, ViewSpec } from './specs.js';

/** Reads a view from its name on; one that holds data says so behind its query. */
export function readView(cursor: Cursor): { readonly path: readonly string[]; readonly spec: ViewSpec } {
  const path = cursor.path();
  const columns = cursor.sees('(') ? cursor.list().map((text) => ({ name: new Reader(text).name() })) : [];
  cursor.requires('AS');
  const select = cursor.until((each) => each.sees('WITH', 'DATA') || each.sees('WITH', 'NO', 'DATA'));
  return { path, spec: { select, columns } };
}

/** Reads a sequence from its name on. */
export function readSequence(cursor: Cursor): { readonly path: readonly string[]; readonly spec: SequenceSpec } {
  const path = cursor.path();
  const spec: { -readonly [K in keyof SequenceSpec]: SequenceSpec[K] } = { ...usualSequence };
  let isStarted = false;
  while (!cursor.isAtEnd) {
    if (cursor.takes('AS')) spec.type = cursor.next();
    else if (cursor.takes('MINVALUE')) spec.minimum = numberIn(cursor);
    else if (cursor.takes('MAXVALUE')) spec.maximum = numberIn(cursor);
    else if (cursor.takes('INCREMENT', 'BY') || cursor.takes('INCREMENT')) spec.increment = numberIn(cursor);
    else if (cursor.takes('START', 'WITH') || cursor.takes('START')) {
      spec.start = numberIn(cursor);
      isStarted = true;
    } else if (cursor.takes('PER', 'NODE', 'CACHE')) spec.cache = `node ${numberIn(cursor)}`;
    else if (cursor.takes('PER', 'SESSION', 'CACHE') || cursor.takes('CACHE')) spec.cache = numberIn(cursor);
    else if (cursor.takes('NO', 'CYCLE')) spec.cycle = false;
    else if (cursor.takes('CYCLE')) spec.cycle = true;
    else if (cursor.takes('VIRTUAL')) spec.virtual = true;
    else cursor.requires('AS');
  }
  if (!isStarted) spec.start = spec.increment.startsWith('-') ? spec.maximum : spec.minimum;
  return { path, spec };
}

/** What is not printed. */
const usualSequence: SequenceSpec = {
  type: 'INT8',
  start: '1',
  increment: '1',
  minimum: '1',
  maximum: '9223372036854775807',
  cache: '1',
  cycle: false,
};

function numberIn(cursor: Cursor): string {
  return cursor.takes('-') ? `-${cursor.next()}` : cursor.next();
}

/** Reads a trigger from its name on. */
export function readTrigger(cursor: Cursor): {
  readonly name: string;
  readonly table: readonly string[];
  readonly spec: TriggerSpec;
} {
  const name = cursor.name();
  const event = cursor.until((each) => each.sees('ON'));
  cursor.requires('ON');
  const table = cursor.path();
  return { name, table, spec: { event, action: cursor.rest() } };
}
