import { tableTitle } from '../../plan/seed-table.js';
import type { Compiled } from '../../source/compiled.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { compilingFlags, formatFlag, readingFlags } from '../flags.js';
import { noteWarnings } from '../goal.js';
import { terminated } from '../render/script.js';
import { openWorkbench, type Workbench, wantedGoal } from '../workbench.js';

export const fixtures = defineCommand({
  summary: 'print the statements that create a desired state, rows included',
  description: 'No database is touched: the statements are for an empty one.',
  arguments: [{ name: 'SOURCE', description: 'the desired state; default: that of the config', optional: true }],
  flags: { ...formatFlag('sql', 'json'), ...readingFlags, ...compilingFlags },
  examples: [['fixtures ./schema > fixtures.sql', 'for a test database']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench, sources } = await openWorkbench(invocation, wantedGoal(invocation.arguments[0]));
    const [source] = sources;
    if (!source) throw new TypeError('a goal was asked for');
    const state = await bench.compile(source);
    noteWarnings(invocation, state);
    bench.noteSelection();
    const steps = [...bench.engine.creation(state), ...seedSteps(state, bench)];
    if (flags.format === 'json') terminal.json(document(command, { origin: state.origin, steps }));
    else terminal.document(steps.map(({ statements }) => terminated(statements, bench.driver.dialect)).join('\n'));
    return undefined;
  },
});

function seedSteps({ seeds }: Compiled, { driver }: Workbench) {
  return seeds.map((seed) => ({
    summary: `seed ${tableTitle(seed)}`,
    statements: (driver.seed?.(seed) ?? []).map((statement) => driver.dialect.print(statement)),
  }));
}
