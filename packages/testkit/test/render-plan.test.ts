import { address, type Batch, type Change, type Hash, type Plan, schemaObject } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { renderPlan } from '../src/golden/render-plan.js';

const at = address('table', 'a\nb');
const table = schemaObject({ kind: 'table', address: at, name: 'a\nb', spec: {} });
const state = { root: 'r' as Hash, objects: {} };

function planOf(changes: readonly Change[], up: readonly Batch[], down: readonly Batch[] = []): Plan {
  const fixed = { format: 1, id: 'i' as Hash, driver: 'toy', server: { product: 'Toy', version: '1' } } as const;
  const reading = { exclude: [], with: [], claimed: [] };
  const irreversible = up.length > 0 ? [{ change: 'drop table:a', reason: 'rows\ngo' }] : [];
  return { ...fixed, base: state, goal: state, reading, changes, inverse: [], up, down, irreversible };
}

describe('a plan as text', () => {
  test('of nothing', () => {
    expect(renderPlan(planOf([], []))).toBe('-- nothing to do\n');
  });

  test('of something: deltas, hazards, checks and the way down', () => {
    const change: Change = {
      id: 'alter table:a\nb',
      kind: 'table',
      address: at,
      verb: 'alter',
      from: table,
      to: table,
      deltas: [{ type: 'change-default', path: ['columns', 'x'], from: null, to: "'\n'" }],
    };
    const batch: Batch = {
      atomic: true,
      settings: { 'toy/keys': 'off' },
      steps: [
        {
          number: 1,
          change: change.id,
          summary: 'alter a\nb',
          sql: [{ text: 'ALTER a' }, { text: 'CHECK a', check: { message: 'none' }, params: [1] }],
          hazards: [{ class: 'data-loss', code: 'drops', message: 'rows go', reversible: false }],
        },
      ],
    };
    const text = renderPlan(planOf([change], [batch]), [{ kind: 'table', name: 'other', reason: 'kept by Toy' }]);
    expect(text).toBe(
      [
        '-- alter table:a\\nb',
        "--   change-default columns.x: none → '\\n'",
        '-- left alone: table other: kept by Toy',
        '',
        '-- ==== up ====',
        '-- batch, all or nothing, toy/keys = "off"',
        '',
        '-- 1. alter a\\nb (alter table:a\\nb)',
        '--    ! data-loss, drops: rows go [irreversible]',
        'ALTER a;',
        '-- must find nothing: none',
        'CHECK a;',
        '-- with ["1"]',
        '',
        '-- The way down does not bring back:',
        '--   drop table:a: rows\\ngo',
        '',
        '-- ==== down ====',
        '',
      ].join('\n'),
    );
  });
});
