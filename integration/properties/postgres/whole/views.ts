import type { Feature } from '../../features/feature.js';

/** Views, materialized views and what reads them. */
export const views: Readonly<Record<string, Feature>> = {
  view: {
    needs: ['amount'],
    forms: [
      ['CREATE VIEW @view AS SELECT id, @amount FROM @t'],
      ['CREATE VIEW @view AS SELECT id, @amount, id + 1 AS next FROM @t'],
      ['CREATE VIEW @view WITH (security_barrier) AS SELECT id, @amount FROM @t WHERE id > 0 WITH LOCAL CHECK OPTION'],
      ['CREATE VIEW @view AS SELECT * FROM @t'],
      ['CREATE VIEW @view AS SELECT id, @amount, @calc(@amount::text) AS n FROM @t'],
    ],
  },
  above: {
    needs: ['view'],
    forms: [
      ['CREATE VIEW @os.above AS SELECT v.id, count(*) AS n FROM @view v GROUP BY v.id'],
      ['CREATE VIEW @os.above AS SELECT w.* FROM @view w JOIN @other o ON o.@ref = w.id'],
      ['CREATE VIEW @os.above AS SELECT v AS whole FROM @view v'],
    ],
  },
  whole: {
    forms: [
      ['CREATE VIEW whole AS SELECT t AS "row" FROM @t t'],
      ['CREATE VIEW whole AS SELECT t.id FROM @t t', 'ALTER VIEW whole ALTER id SET DEFAULT 5'],
    ],
  },
  mat: {
    needs: ['amount'],
    forms: [
      ['CREATE MATERIALIZED VIEW @mat AS SELECT id, @amount FROM @t', 'CREATE UNIQUE INDEX mi ON @mat (id)'],
      [
        'CREATE MATERIALIZED VIEW @mat AS SELECT id, @amount FROM @t WITH NO DATA',
        'CREATE INDEX mi ON @mat ((@amount::text))',
      ],
      ['CREATE MATERIALIZED VIEW @mat AS SELECT id, @calc(@amount::text) AS @amount FROM @t'],
    ],
  },
  overMat: { needs: ['mat'], forms: [['CREATE VIEW over_mat AS SELECT count(*) AS n FROM @mat']] },
  invoker: {
    since: 15,
    forms: [
      ['CREATE VIEW invoker WITH (security_invoker) AS SELECT id FROM @t'],
      ['CREATE VIEW invoker WITH (security_invoker = false) AS SELECT id FROM @t'],
    ],
  },
  recursive: {
    forms: [
      ['CREATE RECURSIVE VIEW @os.down (n) AS SELECT id FROM @t UNION ALL SELECT n - 1 FROM down WHERE n > 0'],
      [
        'CREATE VIEW @os.down AS WITH w AS (SELECT o.id AS n, t AS whole FROM @other o JOIN @t t ON t.id = o.@ref) SELECT n FROM w WHERE whole IS NOT NULL',
      ],
    ],
  },
};
