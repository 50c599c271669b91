import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Scalar } from 'yaml';
import type { DocumentNode } from '../../contract/node.js';
import type { Json } from '../../model/json.js';
import { nearest } from '../../nearest.js';
import { sourceInvalid } from '../invalid.js';

/** What the places of one document share. */
export interface YamlReading {
  readonly document: Document.Parsed;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<unknown, unknown>;
  /** `file:line:column` of an offset. */
  readonly at: (offset: number) => string;
  /** Called for an unknown field in place of failing, where the reading is lenient. */
  readonly onUnknown?: (at: string, message: string) => void;
}

const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
]);

/** A place in a YAML or JSON document. */
export class YamlNode implements DocumentNode {
  readonly at: string;

  constructor(
    private readonly node: unknown,
    private readonly reading: YamlReading,
    offset: number,
    private readonly name?: string,
  ) {
    const start = isNode(node) ? node.range?.[0] : undefined;
    this.at = reading.at(start ?? offset);
  }

  get value(): Json {
    return plain(this.resolved, this.reading);
  }

  fields<K extends string>(known: readonly K[]): { readonly [name in K]?: DocumentNode } {
    const found: { [name in K]?: DocumentNode } = {};
    const names = new Set<string>(known);
    for (const [name, { key, value }] of this.members()) {
      if (!names.has(name)) this.unknown(name, key, known);
      else if (!isNull(value, this.reading)) found[name as K] = new YamlNode(value, this.reading, offsetOf(key), name);
    }
    return found;
  }

  items(): readonly DocumentNode[] {
    const node = this.resolved;
    if (!isSeq(node)) return this.expected('a list');
    return node.items.map((item) => new YamlNode(item, this.reading, node.range?.[0] ?? 0, this.name));
  }

  text(): string {
    const node = this.resolved;
    if (!isScalar(node) || node.value === null) return this.expected('a text');
    return writtenAs(node);
  }

  integer(): number {
    const node = this.resolved;
    const isPlain = isScalar(node) && typeof node.value === 'number' && /^[-+]?\d+$/.test(writtenAs(node));
    if (!isPlain) return this.expected('a whole number');
    if (!Number.isSafeInteger(node.value))
      return this.fail(`${writtenAs(node)} is too large to be read exactly`, 'Write it as a text, in quotes.');
    return Number(node.value);
  }

  boolean(): boolean {
    const node = this.resolved;
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    const value = isScalar(node) && !isQuoted ? booleans.get(writtenAs(node).toLowerCase()) : undefined;
    return value ?? this.expected('true or false');
  }

  oneOf<T extends string>(values: readonly T[]): T {
    const text = this.text();
    const match =
      values.find((value) => value === text) ?? values.find((value) => value.toLowerCase() === text.toLowerCase());
    if (match !== undefined) return match;
    const close = nearest(text, values);
    return this.fail(
      `${this.named()}${text} is none of ${values.join(', ')}`,
      close === undefined ? `Write one of: ${values.join(', ')}.` : `Did you mean ${close}?`,
    );
  }

  fail(message: string, hint?: string): never {
    throw sourceInvalid(this.at, message, { ...(hint !== undefined && { hint }) });
  }

  private get resolved(): unknown {
    return aliased(this.node, this.reading);
  }

  /** The members of a mapping, those of merged mappings (`<<`) behind its own. */
  private members(): ReadonlyMap<string, Member> {
    if (!isMap(this.resolved)) return this.expected('a mapping');
    const members = new Map<string, Member>();
    for (const member of membersOf(this.resolved, this.reading))
      if (!members.has(member.name)) members.set(member.name, member);
    return members;
  }

  private unknown(name: string, key: unknown, known: readonly string[]): void {
    const at = this.reading.at(offsetOf(key));
    const close = nearest(name, known);
    const message = `${name} is no field of ${this.name ?? 'this document'}`;
    if (this.reading.onUnknown) this.reading.onUnknown(at, `${message}: left out`);
    else
      throw sourceInvalid(at, message, {
        hint: close === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${close}?`,
      });
  }

  private expected(what: string): never {
    return this.fail(`${this.named()}${what} is expected here`);
  }

  private named(): string {
    return this.name === undefined ? '' : `${this.name}: `;
  }
}

interface Member {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

function* membersOf(map: unknown, reading: YamlReading): Generator<Member> {
  const node = aliased(map, reading);
  if (!isMap(node)) return;
  const merged: unknown[] = [];
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? writtenAs(key) : String(key);
    if (name === '<<' && isScalar(key) && key.type === 'PLAIN') merged.push(...(isSeq(value) ? value.items : [value]));
    else yield { name, key, value };
  }
  for (const source of merged) yield* membersOf(source, reading);
}

/** A scalar as it stands in the file, so that `0.10` and `true` keep their spelling. */
function writtenAs(scalar: Scalar): string {
  if (typeof scalar.value === 'string') return scalar.value;
  return scalar.source ?? String(scalar.value);
}

function isNull(node: unknown, reading: YamlReading): boolean {
  const target = aliased(node, reading);
  return target === null || target === undefined || (isScalar(target) && target.value === null);
}

function plain(node: unknown, reading: YamlReading): Json {
  const target = aliased(node, reading);
  if (isSeq(target)) return target.items.map((item) => plain(item, reading));
  if (isMap(target)) {
    const record: Record<string, Json> = {};
    for (const { name, value } of membersOf(target, reading)) {
      if (!Object.hasOwn(record, name))
        Object.defineProperty(record, name, { value: plain(value, reading), enumerable: true });
    }
    return record;
  }
  if (!isScalar(target)) return null;
  const { value } = target;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  return typeof value === 'number' &&
    Number.isFinite(value) &&
    (!Number.isInteger(value) || Number.isSafeInteger(value))
    ? value
    : writtenAs(target);
}

function offsetOf(key: unknown): number {
  return isNode(key) ? (key.range?.[0] ?? 0) : 0;
}

/** The node itself, or what it stands for. */
function aliased(node: unknown, { targets }: YamlReading): unknown {
  return isAlias(node) ? targets.get(node) : node;
}
