import { expect, test } from 'vitest';
import { createPaint } from '../../src/cli/paint.js';
import { planText } from '../../src/cli/render/plan-text.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

test('a statement that says what it does in brief is shown so, unless all is asked for', () => {
  const long = { text: 'BEGIN\n  one;\n  two;\nEND', brief: 'does two things' };
  const driver = toyDriver([toyKind('table', { render: () => [{ summary: 'do', sql: [long] }] })]);
  const { plan } = planToy(driver, [], [thing('table:a')]);
  const shown = (verbose: boolean) => planText(plan, driver, createPaint(false), { verbose });
  expect(shown(false)).toContain('      -- does two things (4 lines: whole with --verbose)');
  expect(shown(false)).not.toContain('two;');
  expect(shown(true)).toContain('      BEGIN\n        one;\n        two;\n      END;');
  expect(shown(true)).not.toContain('does two things');
});
