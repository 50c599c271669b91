import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { differenceDocument, document, seedDocument } from '../documents.js';
import { compilingFlags, fleetFlags, formatFlag, goalFlags, phaseFlags, readingFlags, writingFlags } from '../flags.js';
import { isFleetCall } from '../fleet/fleet-call.js';
import { compileGoal, noteMissing, noteRenames, noteWarnings } from '../goal.js';
import { openBench } from '../open-bench.js';
import { phaseRequest } from '../phase.js';
import { readRenames } from '../renames.js';
import { differenceText, nextText, unmanagedText } from '../render/difference-text.js';
import { visible } from '../visible.js';
import { wantedGoal } from '../workbench.js';

export const validate = defineCommand({
  summary: 'check that a database is as desired; exit 3 and the differences where it is not',
  description:
    'Of tenants of a fleet those that are alike are told together, with the differences once; exit 4 where some could not be reached and no other differs.',
  flags: {
    ...fleetFlags,
    ...goalFlags,
    ...phaseFlags,
    ...formatFlag('text', 'json'),
    ...readingFlags,
    'lock-wait': writingFlags['lock-wait'],
    ...compilingFlags,
  },
  examples: [
    ['validate --url URL --to ./schema', 'for a script: exit 0 or 3'],
    ['validate --profile production --format json', 'for a program'],
    ['validate --all-tenants', 'every tenant of the fleet of the config'],
  ],
  async run(invocation) {
    if (await isFleetCall(invocation)) return (await import('../fleet/validate-fleet.js')).validateFleet(invocation);
    const { command, flags, terminal } = invocation;
    const { bench, sources } = await openBench(invocation, { target: true, ...wantedGoal(flags.to) });
    const [source] = sources;
    if (!source) throw new TypeError('a goal was asked for');
    const tenant = bench.tenant();
    const goal = await compileGoal(bench, source, flags['not-renamed']);
    noteWarnings(invocation, goal);
    const result = await bench.engine.validate(tenant, goal, {
      ...bench.compiling(source),
      renames: readRenames(flags.rename),
      seeds: bench.seeds,
      ...phaseRequest(flags),
    });
    const { difference, inspection, seeds } = result;
    if (flags.format === 'json') {
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          to: goal.origin,
          ...(result.missing && { missing: result.missing }),
          ...differenceDocument(difference),
          inSync: result.inSync,
          ...(result.next && { next: result.next }),
          seeds: seedDocument(seeds),
          warnings: bench.warnings(goal),
          unmanaged: inspection.unmanaged,
        }),
      );
    } else {
      const { paint, printColumns: columns } = terminal;
      const sides = { from: bench.label(), to: goal.origin };
      terminal.print(
        result.inSync
          ? `${paint.green('✓ in sync')}: ${visible(bench.label())} is as ${visible(goal.origin)} says`
          : differenceText(difference, sides, bench.driver, paint, { seeds, columns }),
      );
      if (result.next) terminal.print(`\n${nextText(result.next, paint)}`);
      if (inspection.unmanaged.length > 0)
        terminal.print(`\n${unmanagedText(inspection.unmanaged, bench.driver, paint, columns)}`);
      noteRenames(invocation, difference);
    }
    noteMissing(invocation, bench, result.missing);
    return result.inSync ? exitCodes.ok : exitCodes.integrity;
  },
});
