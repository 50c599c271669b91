import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type PlanRequest, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const quoteName = (name: string) => `\`${name.replaceAll('`', '``')}\``;

const reserved: Readonly<Record<string, string>> = {
  ...{ t: 'select', u: 'table', w: 'where', c: 'order', d: 'group', i: 'index', f: 'foreign', k: 'check', x: 'key' },
  ...{ v: 'view', r: 'procedure', g: 'trigger', e: 'event', p: 'partition' },
};

/** Names out of a letter each, which stands for one thing of the schema. MariaDB finds no partition again whose name holds a slash or is of many bytes. */
const names: readonly (readonly [string, (letter: string) => string])[] = [
  ['quotes and comments', (letter) => `${letter}\`"'\\;%_-- #*x`],
  ['dots and signs', (letter) => `${letter}.a b,(c)@{d}$e?:f`],
  ['reserved words', (letter) => reserved[letter] ?? letter],
  ['64 letters', (letter) => letter + ('wpv'.includes(letter) ? 'x' : 'é').repeat(63)],
  ['letters beyond ASCII', (letter) => `${letter} ünïあ DEFAULT NULL`],
  ['digits', (letter) => `1${letter}`],
];

interface Contents {
  readonly type: string;
  readonly value: string;
  /** What table `t` is called. */
  readonly table?: string;
}

function schemaOf(name: (letter: string) => string, { type, value, table }: Contents): string {
  const [u, w, c, d, i, f, k, x, v, r, g, e, p] = [...'uwcdifkxvrgep'].map((letter) => quoteName(name(letter)));
  const t = quoteName(table ?? name('t'));
  return `CREATE TABLE ${t} (
  ${c} int PRIMARY KEY, ${d} ${type} NOT NULL DEFAULT 'a', ${x} varchar(40) AS (CONCAT(${d}, 'z')) STORED,
  CONSTRAINT ${k} CHECK (${d} <> 'q'), KEY ${i} (${d}(3) DESC, ${c})
);
CREATE TABLE ${u} (${c} int PRIMARY KEY, ${d} int, CONSTRAINT ${f} FOREIGN KEY (${d}) REFERENCES ${t} (${c}) ON DELETE CASCADE);
CREATE TABLE ${w} (${c} int) PARTITION BY RANGE (${c}) (PARTITION ${p} VALUES LESS THAN (1${value}), PARTITION ${v} VALUES LESS THAN MAXVALUE);
CREATE VIEW ${v} AS SELECT ${t}.${d} AS ${e}, ${value} AS o FROM ${t} JOIN ${u} ON ${u}.${d} = ${t}.${c};
DELIMITER //
CREATE PROCEDURE ${r} (IN ${c} int, OUT ${d} ${type}) BEGIN SELECT ${value}; SET ${d} = 'x'; END//
CREATE FUNCTION ${f} (${c} int) RETURNS int DETERMINISTIC RETURN ${value}//
CREATE TRIGGER ${g} BEFORE INSERT ON ${t} FOR EACH ROW BEGIN SET NEW.${d} = CONCAT(NEW.${d}, '${value}'); END//
CREATE EVENT ${e} ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM ${t} WHERE ${c} = ${value}//
DELIMITER ;
`;
}

/** A database of a hostile name itself, and what works on it. */
async function openNamed(database: string, { scheme, driver, url }: (typeof family)[number]) {
  const directory = await mkdtemp(join(tmpdir(), 'hostile-names-'));
  await administerMysql(url, `CREATE DATABASE ${quoteName(database)} CHARACTER SET utf8mb4`);
  const inUrl = Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` }).href;
  const target = inUrl.replace(/^mysql:/, `${scheme}:`);
  const engine = createEngine({ driver });
  const tenant = tenantContext({ id: 'default', target: { url: target, directory, settings: {} } });
  const goal = join(directory, 'goal.sql');
  const sync = async (text: string, request: PlanRequest & { readonly dryRun?: boolean } = {}) => {
    await writeFile(goal, text);
    return engine.sync(tenant, goal, { allow: 'all', online: 'never', ...request });
  };
  return {
    engine,
    target,
    sync,
    isInSync: async (text: string) => (await sync(text, { dryRun: true })).inSync,
    root: async () => (await engine.inspect(tenant)).catalogue.root,
    down: (run: string | undefined) => engine.down(tenant, run ?? '', { allow: 'all' }),
    async [Symbol.asyncDispose]() {
      await administerMysql(url, `DROP DATABASE ${quoteName(database)}`);
      await rm(directory, { recursive: true });
    },
  };
}

describe.each(family)('$name', (server) => {
  const live = server.url === '' ? test.skip : test;

  live.each(names)('names of %s are those of every kind of thing', { timeout: 300_000 }, async (_, name) => {
    const kept = `test ${name('y')}`.slice(0, 64).trimEnd();
    await using place = await openNamed(kept, server);
    const before = schemaOf(name, { type: 'varchar(20)', value: '1' });
    await place.sync(before);
    expect(await place.isInSync(before)).toBe(true);
    const first = await place.root();
    const [t, u, c] = ['t', 'u', 'c'].map((letter) => quoteName(name(letter)));
    await runIn(place.target, `INSERT INTO ${t} (${c}) VALUES (1); INSERT INTO ${u} VALUES (1, 1)`);
    const changes: readonly (readonly [string, PlanRequest])[] = [
      [schemaOf(name, { type: 'varchar(300)', value: '2' }), { checkData: true }],
      [schemaOf(name, { type: 'varchar(15)', value: '2' }), { online: 'always' }],
      [renamed(name), {}],
    ];
    for (const [after, request] of changes) {
      const { report, plan } = await place.sync(after, request);
      expect(plan?.changes.filter(({ verb, address }) => verb === 'drop' && address.startsWith('table:'))).toEqual([]);
      expect(await place.isInSync(after)).toBe(true);
      await place.down(report?.run);
      expect(await place.root()).toBe(first);
    }
    expect(await runIn(place.target, `SELECT COUNT(*) AS n FROM ${t} JOIN ${u} USING (${c})`)).toEqual([{ n: 1 }]);
    const steps = place.engine.creation(await place.engine.compile(place.target));
    const written = steps.flatMap(({ statements }) => statements.map((statement) => `${statement};\n`)).join('');
    expect(await place.isInSync(written)).toBe(true);
  });
});

function renamed(name: (letter: string) => string): string {
  const old = name('t').replaceAll('"', '""');
  return `-- @renamed from="${old}"\n${schemaOf(name, { type: 'varchar(20)', value: '1', table: `${name('t')}Z`.slice(-64) })}`;
}
