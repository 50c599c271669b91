import {
  type Compiled,
  createEngine,
  type Driver,
  defaultTenantId,
  type Engine,
  partsOf,
  type SchemaObject,
  tenantContext,
} from '@sync/core';
import { schemaReader } from '@sync/drizzle';
import type { FreshDatabase } from '../servers/fresh-database.js';
import { type Kit, KitHistory } from './kit.js';
import { type Declared, rowsOf, type Story, stepsOf } from './story.js';

/** An engine that both ways are tried on. */
export interface Ground {
  readonly driver: Driver;
  readonly kit: Kit;
  /** Where the engine has schemas: all are managed, since one that no version names any more is to go. */
  readonly schemas?: 'all';
  fresh(): Promise<FreshDatabase>;
}

/** What came of one step, both ways. */
export interface Outcome {
  readonly step: string;
  /** The objects of the desired state that ours differs in, and the statements that planning again would run. */
  readonly ours: readonly string[];
  /** What Drizzle's database differs in from ours, or what it failed with. */
  readonly drizzle: readonly string[];
}

const leftOut = ['__drizzle_migrations', 'drizzle.*'];

const at = (url: string) => tenantContext({ id: defaultTenantId, target: { url, directory: '/' } });

/** Plays a story on two databases, in one by ours and in the other by Drizzle's own tools, and tells after each step in what they differ. */
export async function play(story: Story, ground: Ground): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let pair = await Pair.begin(story, ground);
  try {
    for (const [from, to] of stepsOf(story)) {
      const outcome = await pair.step(from, to);
      outcomes.push(outcome);
      if (outcome.drizzle.length === 0) continue;
      await pair[Symbol.asyncDispose]();
      pair = await Pair.goOn(to, story, ground);
    }
    return outcomes;
  } finally {
    await pair[Symbol.asyncDispose]();
  }
}

/** Where Drizzle's database differs and the story does not say that it would, and the other way round: what it says must be so still. */
export function unforeseen({ wrong = {} }: Story, outcomes: readonly Outcome[]): readonly string[] {
  const steps = new Set(outcomes.map(({ step }) => step));
  return [
    ...Object.keys(wrong).flatMap((step) => (steps.has(step) ? [] : [`${step} is no step`])),
    ...outcomes.flatMap(({ step, drizzle }) => {
      if (wrong[step] === undefined) return drizzle.map((each) => `${step}: ${each}`);
      return drizzle.length > 0 ? [] : [`${step} is right in Drizzle: ${wrong[step]}`];
    }),
  ];
}

class Pair {
  private readonly engine: Engine;
  private readonly history: KitHistory;

  private constructor(
    private readonly story: Story,
    private readonly ground: Ground,
    private readonly ours: FreshDatabase,
    private readonly drizzles: FreshDatabase,
  ) {
    this.engine = createEngine({
      driver: ground.driver,
      readers: [
        schemaReader(Object.fromEntries(story.versions.map((each, i) => [String(i), each])), {
          ...(story.casing && { casing: story.casing }),
        }),
      ],
    });
    this.history = new KitHistory(ground.kit, drizzles.url, story.casing);
  }

  /** Two databases that hold the first version with its rows, each made by the tool that goes on with it. */
  static async begin(story: Story, ground: Ground): Promise<Pair> {
    const pair = new Pair(story, ground, await ground.fresh(), await ground.fresh());
    await pair.history.migrateTo(story.versions[0] as Declared);
    await pair.fill(0, pair.ours);
    await pair.execute(pair.drizzles.url, rowsOf(story, 0));
    return pair;
  }

  /** Two databases that hold a version which Drizzle did not come to, or not rightly: both are made by ours. */
  static async goOn(version: number, story: Story, ground: Ground): Promise<Pair> {
    const pair = new Pair(story, ground, await ground.fresh(), await ground.fresh());
    for (const database of [pair.ours, pair.drizzles]) await pair.fill(version, database);
    pair.history.stand(story.versions[version] as Declared);
    return pair;
  }

  private async fill(version: number, { url }: FreshDatabase): Promise<void> {
    await this.sync(version, url);
    await this.execute(url, rowsOf(this.story, version));
  }

  async step(from: number, to: number): Promise<Outcome> {
    const declared = this.story.versions[to] as Declared;
    const failure = await this.history.migrateTo(declared).then(
      () => undefined,
      (error: Error) => `failed: ${error.message} ${String((error.cause as Error | undefined)?.message ?? '')}`,
    );
    const goal = await this.sync(to);
    const again = await this.engine.diff(at(this.ours.url), goal, this.reading());
    return {
      step: `${from}>${to}`,
      ours: again.changes.map(({ verb, address }) => `${verb} ${address}`),
      drizzle: failure === undefined ? await this.differences() : [failure],
    };
  }

  private async sync(version: number, url = this.ours.url): Promise<Compiled> {
    const near = at(url);
    const goal = await this.engine.compile(`drizzle:${version}`, { near, directory: '/' });
    await this.engine.sync(near, goal, { ...this.reading(), allow: 'all', prove: false });
    return goal;
  }

  private async objects(url: string): Promise<ReadonlyMap<string, SchemaObject>> {
    const { catalogue } = await this.engine.inspect(at(url), { exclude: [...leftOut, '_schema_sync_*'] });
    return new Map(Array.from(catalogue, (object) => [object.address, object]));
  }

  private reading() {
    const { schemas } = this.ground;
    return { exclude: leftOut, ...(schemas && { schemas }) };
  }

  private async differences(): Promise<readonly string[]> {
    const [ours, theirs] = await Promise.all([this.objects(this.ours.url), this.objects(this.drizzles.url)]);
    const [kept, left] = await Promise.all([this.rows(this.ours.url, ours), this.rows(this.drizzles.url, theirs)]);
    const lost = kept === left ? [] : [`rows: ours ${kept}, Drizzle's ${left}`];
    return [...differences(ours, theirs), ...lost];
  }

  private async execute(url: string, statements: readonly string[]): Promise<void> {
    const { driver } = this.ground;
    await using connection = await driver.connect(driver.options({ url, directory: '/' }), { access: 'write' });
    for (const text of statements) await connection.execute({ text });
  }

  private async rows(url: string, objects: ReadonlyMap<string, SchemaObject>): Promise<string> {
    const { driver } = this.ground;
    await using connection = await driver.connect(driver.options({ url, directory: '/' }), { access: 'read' });
    const found: Record<string, unknown> = {};
    for (const { address } of [...objects.values()].filter(({ kind }) => kind === 'table')) {
      const quoted = partsOf(address).parts.map(driver.dialect.quote).join('.');
      const rows = await connection.query({ text: `SELECT * FROM ${quoted}` });
      found[address] = rows.map((row) => JSON.stringify(Object.entries(row).sort(), plain)).sort();
    }
    return JSON.stringify(found);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.history[Symbol.dispose]();
    await this.ours[Symbol.asyncDispose]();
    await this.drizzles[Symbol.asyncDispose]();
  }
}

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** The addresses at which two databases do not hold the same. */
function differences(
  ours: ReadonlyMap<string, SchemaObject>,
  theirs: ReadonlyMap<string, SchemaObject>,
): readonly string[] {
  const said = (object: SchemaObject | undefined) =>
    object === undefined ? 'nothing' : JSON.stringify({ spec: object.spec, extras: object.extras });
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((address) => said(ours.get(address)) !== said(theirs.get(address)))
    .map((address) => `${address}: ours ${said(ours.get(address))}, Drizzle's ${said(theirs.get(address))}`);
}
