import { resolve } from 'node:path';
import type { SyncResult } from '../../engine-types.js';
import { rowsInTheWay } from '../../run/check-data.js';
import type { SourceWarning } from '../../source/compiled.js';
import { defineCommand } from '../command.js';
import { document, planDocument } from '../documents.js';
import {
  compilingFlags,
  dataFlags,
  formatFlag,
  goalFlags,
  onlineFlags,
  phaseFlags,
  readingFlags,
  tenantFlags,
} from '../flags.js';
import { noteFlaws, noteMissing, noteRenames, prepareGoal } from '../goal.js';
import { onlineRequest } from '../online.js';
import { openBench } from '../open-bench.js';
import { dataText } from '../render/data-text.js';
import { leftAloneText } from '../render/left-alone-text.js';
import { planText } from '../render/plan-text.js';
import { planScript } from '../render/script.js';
import { refusalText } from '../report-error.js';
import { type Workbench, wantedGoal } from '../workbench.js';
import { refuseOtherFile, writeWhole } from '../write-file.js';

export const plan = defineCommand({
  summary: 'work out the steps to a desired state, and try them in scratch',
  description:
    'The plan is tried in a scratch database, up and down, before it is shown. A plan file runs on the state it was made for and on no other.',
  flags: {
    ...tenantFlags,
    ...goalFlags,
    ...phaseFlags,
    output: { type: 'value', short: 'o', value: 'FILE', description: 'write the plan to a file, for apply' },
    ...formatFlag('text', 'json', 'sql'),
    'no-prove': { type: 'switch', description: 'do not try the plan in scratch' },
    ...dataFlags,
    ...onlineFlags,
    ...readingFlags,
    ...compilingFlags,
  },
  examples: [
    ['plan --url URL --to ./schema', 'look at the steps'],
    ['plan --url URL --to ./schema -o plan.json', 'keep them for a review, then: schema-sync apply plan.json'],
    ['plan --url URL --to ./schema --check-data', 'say which rows would make it fail'],
    ['plan --url URL --to ./schema --format sql', "a script for the engine's own client"],
  ],
  async run(invocation) {
    const { command, flags, stopwatch, terminal, world } = invocation;
    const output = flags.output === undefined ? undefined : resolve(world.directory, flags.output);
    if (output !== undefined) await refuseOtherFile(output, 'plan', ['id', 'base', 'goal', 'up']);
    const { bench, sources } = await openBench(invocation, { target: true, ...wantedGoal(flags.to) });
    const tenant = bench.tenant();
    const { goal, request, denied } = await prepareGoal(invocation, bench, sources[0]);
    const prove = bench.settings.prove && !flags['no-prove'];
    const online = onlineRequest(invocation, bench);
    const dry = await bench.engine.sync(tenant, goal, {
      ...request,
      ...online,
      prove,
      checkData: flags['check-data'],
      dryRun: true,
    });
    const made = dry.plan ?? (await bench.engine.plan(tenant, goal, { ...request, ...online, prove: false }));
    const missing = dry.missing ? { missing: dry.missing } : {};
    if (output !== undefined) await writeWhole(output, `${JSON.stringify(made, undefined, 2)}\n`);
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          ...planDocument(made),
          ...missing,
          ...(dry.data && { data: dry.data }),
          suspects: dry.difference.suspects,
          unmade: dry.difference.unmade,
          warnings: bench.warnings({ warnings: [...goal.warnings, ...refusalWarnings(dry, bench)], flaws: dry.flaws }),
          unmanaged: dry.unmanaged,
          elapsed: stopwatch.read(),
        }),
      );
    else if (flags.format === 'sql') terminal.document(planScript(made, bench.driver));
    else {
      const { paint, printColumns: columns } = terminal;
      terminal.print(
        [
          planText(made, bench.driver, paint, { allow: new Set(bench.settings.allow), verbose: flags.verbose }),
          ...leftAloneText(dry.unmanaged, bench.driver, paint, { columns, verbose: flags.verbose }),
        ].join('\n\n'),
      );
    }
    if (dry.data && flags.format === 'sql') terminal.warn(dataText(dry.data, terminal.errorPaint));
    else if (dry.data && flags.format !== 'json') terminal.print(`\n${dataText(dry.data, terminal.paint)}`);
    noteMissing(invocation, bench, dry.missing);
    noteFlaws(invocation, dry.flaws);
    noteRenames(invocation, dry.difference, denied);
    if (dry.refusal) terminal.warn(refusalText(dry.refusal, terminal.errorPaint));
    if (flags.output !== undefined) terminal.note(`written to ${flags.output} (plan ${made.id.slice(0, 12)})`);
    return dry.data && rowsInTheWay(dry.data, command)?.exitCode;
  },
});

/** The plan stands whoever runs it; why this role may not is told. */
function refusalWarnings({ refusal }: SyncResult, bench: Workbench): readonly SourceWarning[] {
  if (!refusal) return [];
  const hint = refusal.hint === undefined ? '' : ` (${refusal.hint})`;
  return [{ at: bench.label(), message: `${refusal.message}${hint}` }];
}
