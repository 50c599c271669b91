import { bridgeMark } from '@sync/core';
import type { Journey } from './watched-run.js';

/** What makes the server do what a hazard tells of. */
export interface HazardCase {
  readonly code: string;
  readonly before: string;
  /** The desired state; or, where no plan does such a thing, a statement that somebody wrote. */
  readonly goal?: string;
  readonly statement?: string;
  /** The strongest lock that the server holds on something that was there; none stops readers or writers where it is absent. */
  readonly lock?: string;
  /** What the hazard says instead: a lock that an earlier step of its batch took, or none where nobody but its like waits for it. */
  readonly told?: string | null;
  /** What the server itself shows of it, beside locks: the code under which `lint --statements` tells what it sees. Default: the same. */
  readonly seen?: string | null;
  readonly options?: Journey['options'];
}

const exclusive = 'ACCESS EXCLUSIVE';
const t = 'CREATE TABLE t (id int PRIMARY KEY, a text, b int)';
const other = 'CREATE TABLE other (id int)';
const far = 'CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw';
const noop = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'";
const trigger = `${t}; ${noop}; CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()`;
const rule = `${t}; CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING`;
const policy = `${t}; CREATE POLICY p ON t USING (a = current_user)`;
const twice = (factor: number) =>
  `CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * ${factor}'; ${t}; CREATE INDEX i ON t (twice(b))`;
const partition = 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)';
const parted =
  'CREATE TABLE s (id int NOT NULL) PARTITION BY LIST (id); CREATE TABLE s1 PARTITION OF s FOR VALUES IN (1)';
const heir = `${t}; CREATE TABLE heir () INHERITS (t)`;
const bridge = (half: 1 | 2) =>
  `CREATE FUNCTION _schema_sync_bridge_abc_${half}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN ${bridgeMark({ column: 'b', into: [{ column: 'c', as: 'b' }], back: 'c' })} RETURN NEW; END';
   CREATE TRIGGER _schema_sync_bridge_abc_${half} BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION _schema_sync_bridge_abc_${half}()`;
const bridged = `${t.replace('b int', 'b int, c int')}; ${bridge(1)}; ${bridge(2)}`;
const filled = (column: string) => `${t}; CREATE MATERIALIZED VIEW m AS SELECT ${column} FROM t`;

export const hazardCases: readonly HazardCase[] = [
  { code: 'drops-table', before: `${t}; ${other}`, goal: other, lock: exclusive },
  { code: 'drops-column', before: t, goal: t.replace(', b int', ''), lock: exclusive },
  {
    code: 'drops-column',
    before: 'CREATE TYPE pair AS (a int, b int); CREATE TABLE t (p pair)',
    goal: 'CREATE TYPE pair AS (a int); CREATE TABLE t (p pair)',
    lock: exclusive,
  },
  { code: 'drops-sequence', before: `CREATE SEQUENCE s; ${other}`, goal: other, lock: exclusive },
  {
    code: 'restarts-sequence',
    before: 'CREATE SEQUENCE s',
    goal: 'CREATE SEQUENCE s INCREMENT -1',
    lock: 'SHARE ROW EXCLUSIVE',
    seen: null,
  },
  {
    code: 'converts-values',
    before: t.replace('b int', 'b double precision'),
    goal: t.replace('b int', 'b real'),
    lock: exclusive,
  },
  { code: 'rewrites-table', before: t, goal: t.replace('b int', 'b bigint'), lock: exclusive },
  {
    code: 'rewrites-table',
    before: t,
    goal: t.replace('b int', 'b int, c uuid DEFAULT gen_random_uuid()'),
    lock: exclusive,
  },
  {
    code: 'rewrites-table',
    before: t,
    goal: t.replace('b int', 'b int, c int GENERATED ALWAYS AS (b * 2) STORED'),
    lock: exclusive,
  },
  { code: 'rewrites-table', before: t, goal: t.replace('TABLE', 'UNLOGGED TABLE'), lock: exclusive },
  { code: 'scans-table', before: t, goal: t.replace('b int', 'b int NOT NULL'), lock: exclusive },
  { code: 'scans-table', before: t, goal: t.replace('b int', 'b int CHECK (b > 0)'), lock: exclusive },
  { code: 'scans-table', before: t, goal: t.replace('b int', 'b int REFERENCES t'), lock: 'SHARE ROW EXCLUSIVE' },
  {
    code: 'scans-table',
    before: t.replace('b int', 'b int NOT NULL'),
    goal: t.replace('b int', 'b int GENERATED ALWAYS AS IDENTITY'),
    lock: exclusive,
    // A SELECT under a lock that is held already reads for as long as it takes.
    seen: 'locks-table',
  },
  {
    code: 'scans-table',
    before: 'CREATE DOMAIN d AS int; CREATE TABLE t (a d)',
    goal: 'CREATE DOMAIN d AS int NOT NULL; CREATE TABLE t (a d)',
    lock: 'SHARE',
  },
  { code: 'builds-index', before: t, goal: `${t}; CREATE INDEX i ON t (a)`, lock: 'SHARE' },
  { code: 'builds-index', before: t, goal: t.replace('a text', 'a text UNIQUE'), lock: exclusive },
  { code: 'builds-index', before: t, statement: 'REINDEX TABLE t', lock: exclusive },
  {
    code: 'fires-triggers',
    before: trigger,
    goal: trigger.replace('b int', 'b int, c uuid DEFAULT gen_random_uuid()'),
    options: { online: 'always' },
    seen: null,
  },
  {
    code: 'breaks-clients',
    before: t,
    goal: t.replace('b int', 'c int'),
    options: { renames: [{ at: 'here', from: ['t', 'b'], to: ['t', 'c'] }] },
    lock: exclusive,
  },
  {
    code: 'moves-column',
    before: `${t}; ALTER TABLE t ADD c int`,
    goal: `${t.replace('b int', 'b bigint')}; ALTER TABLE t ADD c int`,
    options: { online: 'always' },
    lock: exclusive,
    seen: null,
  },
  { code: 'drops-trigger', before: trigger, goal: `${t}; ${noop}`, lock: exclusive },
  {
    code: 'disables-trigger',
    before: trigger,
    goal: `${trigger}; ALTER TABLE t DISABLE TRIGGER g`,
    lock: 'SHARE ROW EXCLUSIVE',
  },
  { code: 'changes-results', before: twice(2), goal: twice(3), seen: null },
  {
    code: 'ends-replica-identity',
    before: `${parted}; CREATE UNIQUE INDEX i ON s (id); ALTER TABLE s1 REPLICA IDENTITY USING INDEX s1_id_idx`,
    goal: parted,
    lock: exclusive,
    seen: null,
  },
  { code: 'drops-rule', before: rule, goal: t, lock: exclusive },
  { code: 'disables-rule', before: rule, goal: `${rule}; ALTER TABLE t DISABLE RULE r`, lock: exclusive },
  { code: 'changes-policy', before: policy, goal: policy.replace('a =', 'a <>'), lock: exclusive },
  { code: 'changes-policy', before: t, goal: policy, lock: exclusive },
  { code: 'drops-view', before: `${t}; CREATE VIEW v AS SELECT a FROM t`, goal: t, lock: exclusive },
  {
    code: 'changes-view-access',
    before: `${t}; CREATE VIEW v AS SELECT a FROM t`,
    goal: `${t}; CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t`,
    lock: exclusive,
    seen: null,
  },
  {
    code: 'changes-owner',
    before: t,
    goal: `${t}; ALTER TABLE t OWNER TO pg_monitor`,
    options: { with: ['owners'] },
    lock: exclusive,
  },
  {
    code: 'changes-privileges',
    before: t,
    goal: `${t}; GRANT SELECT ON t TO pg_monitor`,
    options: { with: ['grants'] },
  },
  { code: 'fills-materialized-view', before: t, goal: filled('a') },
  {
    code: 'fills-materialized-view',
    before: `${filled('a')}; CREATE UNIQUE INDEX ON m (a)`,
    statement: 'REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    lock: 'EXCLUSIVE',
    told: null,
  },
  { code: 'rebuilds-materialized-view', before: filled('a'), goal: filled('b'), told: exclusive, seen: null },
  {
    code: 'rebuilds-materialized-view',
    before: filled('a'),
    statement: 'REFRESH MATERIALIZED VIEW m',
    lock: exclusive,
  },
  {
    code: 'drops-extension',
    before: `CREATE EXTENSION pg_trgm; ${other}`,
    goal: other,
    options: { with: ['extensions'] },
  },
  {
    code: 'updates-extension',
    before: "CREATE EXTENSION pg_trgm VERSION '1.3'",
    goal: "CREATE EXTENSION pg_trgm VERSION '1.4'",
    options: { with: ['extensions'] },
  },
  {
    code: 'breaks-clients',
    before: 'CREATE SCHEMA aside; CREATE EXTENSION pg_trgm',
    goal: 'CREATE SCHEMA aside; CREATE EXTENSION pg_trgm SCHEMA aside',
  },
  {
    code: 'hides-rows',
    before: partition,
    goal: partition.replace('PARTITION OF p FOR VALUES IN (1)', '(a int)'),
    lock: exclusive,
  },
  {
    code: 'hides-rows',
    before: heir,
    goal: heir.replace('() INHERITS (t)', '(id int NOT NULL, a text, b int)'),
    lock: exclusive,
  },
  {
    code: 'defines-itself',
    before: heir,
    goal: heir.replace('() INHERITS (t)', '(id int NOT NULL, a text, b int)'),
    lock: exclusive,
    told: null,
    seen: null,
  },
  { code: 'locks-table', before: t, goal: t.replace('b int', 'b int, c int'), lock: exclusive },
  { code: 'locks-table', before: `${t}; ${noop}`, goal: trigger, lock: 'SHARE ROW EXCLUSIVE' },
  {
    code: 'fills-columns',
    before: t,
    goal: t.replace('b int', 'c int -- @renamed from=b\n'),
    seen: null,
    options: { phase: 'expand', online: 'always' },
  },
  { code: 'ends-bridge', before: bridged, goal: t, lock: exclusive, told: null, seen: null },
  { code: 'ends-guarantee', before: t.replace('b int', 'b int NOT NULL'), goal: t, lock: exclusive },
  { code: 'ends-guarantee', before: t.replace('b int', 'b int REFERENCES t'), goal: t, lock: exclusive },
  {
    code: 'drops-foreign-table',
    before: `${far}; CREATE FOREIGN TABLE ft (a int) SERVER far; ${other}`,
    goal: `${far}; ${other}`,
    lock: exclusive,
  },
  {
    code: 'drops-publication',
    before: `${t}; CREATE PUBLICATION p FOR TABLE t`,
    goal: t,
    options: { with: ['database'] },
    seen: null,
  },
  {
    code: 'publishes-less',
    before: `${t}; CREATE PUBLICATION p FOR TABLE t`,
    goal: `${t}; CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert')`,
    seen: null,
  },
  { code: 'drops-index', before: `${t}; CREATE INDEX i ON t (a)`, goal: t, lock: exclusive },
  { code: 'drops-routine', before: `${noop}; ${other}`, goal: other },
  { code: 'drops-type', before: `CREATE TYPE e AS ENUM ('a'); ${other}`, goal: other },
  { code: 'deletes-all-rows', before: t, statement: 'DELETE FROM t' },
  { code: 'empties-table', before: t, statement: 'TRUNCATE t', lock: exclusive },
  { code: 'updates-all-rows', before: t, statement: 'UPDATE t SET a = 1' },
  {
    code: 'enables-row-security',
    before: t,
    goal: `${t}; ALTER TABLE t ENABLE ROW LEVEL SECURITY`,
    lock: exclusive,
  },
  {
    code: 'disables-row-security',
    before: `${t}; ALTER TABLE t ENABLE ROW LEVEL SECURITY`,
    goal: t,
    lock: exclusive,
  },
];
