import { describe, expect, it } from 'vitest';
import { converge, hazards, steps } from './converge.js';

const rows = ";;INSERT INTO f (rowid, a, b) VALUES (7, 'running', 'x'), (9, 'walks', NULL)";

describe('the content of a virtual table', () => {
  it('is carried over into another full-text index, with its rowids', async () => {
    const made = await converge({
      from: `CREATE VIRTUAL TABLE f USING fts5 (a, b UNINDEXED)${rows};;CREATE VIEW v AS SELECT a FROM f`,
      to: "CREATE VIRTUAL TABLE f USING fts5 (b UNINDEXED, a, c, tokenize = 'porter');;CREATE VIEW v AS SELECT a FROM f",
      keeps: 'SELECT rowid AS id, a, b FROM f ORDER BY rowid',
      gives: ["SELECT rowid AS id FROM f ('run')", [{ id: 7 }]],
    });
    expect(steps(made)).toEqual(['rebuild virtual table f']);
    expect(hazards(made)).toEqual(['rebuilds-virtual-table']);
  });

  it('keeps how the index ranks and merges', async () => {
    const settings = "SELECT k, v FROM f_config WHERE k <> 'version' ORDER BY k";
    await converge({
      from: `CREATE VIRTUAL TABLE f USING fts5 (a, b)${rows};;INSERT INTO f (f, rank) VALUES ('rank', 'bm25(10.0, 5.0)')
        ;;INSERT INTO f (f, rank) VALUES ('automerge', 8)`,
      to: "CREATE VIRTUAL TABLE f USING fts5 (a, b, prefix = '2')",
      keeps: settings,
      gives: [
        settings,
        [
          { k: 'automerge', v: 8 },
          { k: 'rank', v: 'bm25(10.0, 5.0)' },
        ],
      ],
    });
  });

  it('is lost in a column that goes, which is a hazard, and kept in one that gets another name', async () => {
    const from = `CREATE VIRTUAL TABLE f USING fts5 (a, b)${rows}`;
    const to = 'CREATE VIRTUAL TABLE f USING fts5 (a, c)';
    const gone = await converge({ from, to, keeps: 'SELECT rowid AS id, a FROM f ORDER BY rowid' });
    expect(hazards(gone)).toEqual(['drops-column', 'rebuilds-virtual-table']);
    const kept = await converge({
      from,
      to,
      renames: ['f.b=f.c'],
      gives: ['SELECT c FROM f ORDER BY rowid', [{ c: 'x' }, { c: null }]],
    });
    expect(hazards(kept)).toEqual(['rebuilds-virtual-table']);
  });

  it('is read from the table that an index was over, where it is to hold its content itself', async () => {
    const table = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);;INSERT INTO t VALUES (3, 'needle')";
    const made = await converge({
      from: `${table};;CREATE VIRTUAL TABLE f USING fts5 (a, content='t', content_rowid='id');;INSERT INTO f (f) VALUES ('rebuild')`,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);;CREATE VIRTUAL TABLE f USING fts5 (a)',
      gives: ["SELECT rowid AS id, a FROM f ('needle')", [{ id: 3, a: 'needle' }]],
    });
    expect(hazards(made)).toEqual(['rebuilds-virtual-table']);
  });

  it.each([
    [
      "fts4 (a, b, languageid='l')",
      "fts4 (a, b, c, languageid='l', prefix='2')",
      "SELECT docid, a FROM f WHERE a MATCH 'running' AND l = 3",
    ],
    ['fts3 (a, b)', 'fts3 (a, b, tokenize=porter)', "SELECT docid, a FROM f WHERE a MATCH 'running'"],
  ])('is carried over from %s', async (from, to, keeps) => {
    const language = from.includes('languageid') ? [', l', ', 3'] : ['', ''];
    const made = await converge({
      from: `CREATE VIRTUAL TABLE f USING ${from};;INSERT INTO f (docid, a, b${language[0]}) VALUES (7, 'running', 'x'${language[1]})`,
      to: `CREATE VIRTUAL TABLE f USING ${to}`,
      keeps,
    });
    expect(hazards(made)).toEqual(['rebuilds-virtual-table']);
  });

  it.each([
    ['rtree (id, x0, x1)', 'rtree (id, x0, x1, y0, y1, +note TEXT)', '(1, 0.1, 2), (2, 3, 4)', ['fills-coordinates']],
    ['rtree_i32 (id, x0, x1, +n)', 'rtree_i32 (id, x0, x1, +n, +m)', "(1, 1, 2, 'a'), (2, 3, 4, 'b')", []],
  ])('is carried over from %s', async (from, to, values, more) => {
    const made = await converge({
      from: `CREATE VIRTUAL TABLE r USING ${from};;INSERT INTO r VALUES ${values}`,
      to: `CREATE VIRTUAL TABLE r USING ${to}`,
      keeps: 'SELECT id, x0, x1 FROM r WHERE x0 < 10 ORDER BY id',
    });
    expect(hazards(made)).toEqual([...more, 'rebuilds-virtual-table']);
  });

  it('is carried over from a Geopoly table', async () => {
    await converge({
      from: "CREATE VIRTUAL TABLE g USING geopoly (tag);;INSERT INTO g (_shape, tag) VALUES ('[[0,0],[1,0],[0,1],[0,0]]', 't')",
      to: 'CREATE VIRTUAL TABLE g USING geopoly (tag, more)',
      keeps: 'SELECT rowid AS id, geopoly_json(_shape) AS shape, tag FROM g',
    });
  });

  it.each([
    ["fts5 (a, content='')", "fts5 (a, b, content='')"],
    ["fts5 (a, content='')", 'fts5 (a)'],
    ['fts5 (a, locale=1)', "fts5 (a, locale=1, prefix='2')"],
    ['rtree (id, x0, x1)', 'rtree_i32 (id, x0, x1)'],
  ])('is lost, which is a hazard, from %s to %s', async (from, to) => {
    const made = await converge({
      from: `CREATE VIRTUAL TABLE f USING ${from}`,
      to: `CREATE VIRTUAL TABLE f USING ${to}`,
    });
    expect(hazards(made)).toEqual(['drops-virtual-table']);
  });

  it('says when it can no longer be searched, and not where it is only made anew', async () => {
    const table = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);;INSERT INTO t VALUES (3, 'needle')";
    const from = `${table};;CREATE VIRTUAL TABLE f USING fts5 (a, content='t', content_rowid='id')`;
    expect(hazards(await converge({ from, to: table }))).toEqual(['drops-full-text-index']);
    const anew = await converge({ from, to: from.replace("id')", "id', prefix='2')") });
    expect(hazards(anew)).toEqual(['refills-virtual-table']);
  });

  it('is filled from a table that is there, and not from one that is only being made', async () => {
    const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)';
    const index = ";;CREATE VIRTUAL TABLE f USING fts4 (content='t', a)";
    const view =
      ";;CREATE VIEW v AS SELECT id, a FROM t;;CREATE VIRTUAL TABLE w USING fts5 (a, content='v', content_rowid='id')";
    const sql = (made: Awaited<ReturnType<typeof converge>>) =>
      made.up.flatMap((batch) => batch.steps.flatMap((step) => step.sql.map(({ text }) => text))).join('\n');
    expect(sql(await converge({ from: '', to: table + index + view }))).not.toContain('rebuild');
    await converge({
      from: `${table};;INSERT INTO t VALUES (3, 'needle')`,
      to: table + index + view,
      gives: [
        "SELECT docid AS id, (SELECT count(*) FROM w ('needle')) AS n FROM f WHERE a MATCH 'needle'",
        [{ id: 3, n: 1 }],
      ],
    });
  });
});
