import { impossibleRenames } from '../../diff/rename-lint.js';
import { emptyCatalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import { hazardsOf } from '../../plan/hazards.js';
import { plan } from '../../plan/plan.js';
import type { Compiled } from '../../source/compiled.js';
import { flawsError } from '../../source/flaws.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { compilingFlags, formatFlag, readingFlags } from '../flags.js';
import { compileGoal } from '../goal.js';
import { align } from '../paint.js';
import { censusText } from '../render/catalogue-text.js';
import { warningText } from '../render/difference-text.js';
import { visible } from '../visible.js';
import { openWorkbench, wantedGoal } from '../workbench.js';

const nothing: Compiled = {
  origin: 'nothing',
  catalogue: emptyCatalogue,
  renames: [],
  seeds: [],
  unmanaged: [],
  warnings: [],
  normalisedBy: 'driver',
};

export const lint = defineCommand({
  summary: 'check a desired state without touching a database',
  description:
    'Builds the state in scratch, and reports what is wrong with it, what was left out, renames that cannot hold, and the hazards of building it.',
  arguments: [{ name: 'SOURCE', description: 'the desired state; default: that of the config', optional: true }],
  flags: { ...formatFlag('text', 'json'), ...readingFlags, ...compilingFlags },
  examples: [['lint ./schema', 'for a hook or a pipeline']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench, sources } = await openWorkbench(invocation, wantedGoal(invocation.arguments[0]));
    const [source] = sources;
    if (!source) throw new TypeError('a goal was asked for');
    const state = await compileGoal(bench, source);
    const [flaw, ...flaws] = state.flaws ?? [];
    if (flaw) throw flawsError([flaw, ...flaws]);
    const difference = bench.engine.compare(nothing, state);
    const { driver, reading } = bench;
    const hazards = state.server
      ? hazardsOf(
          plan(difference, {
            driver,
            server: state.server,
            reading: { exclude: reading.exclude, with: reading.with, claimed: [] },
          }).up,
        )
      : [];
    const { origin, catalogue, renames } = state;
    const warnings = [...state.warnings, ...impossibleRenames(renames, catalogue, driver)];
    if (flags.format === 'json') {
      terminal.json(
        document(command, { origin, root: catalogue.root, objects: catalogue.size, renames, warnings, hazards }),
      );
      return undefined;
    }
    const { paint } = terminal;
    const rows = hazards.map((hazard) => [
      paint.yellow(`! ${hazard.class}`),
      visible(hazard.change),
      visible(hazard.message),
    ]);
    const found = warnings.length + hazards.length;
    const summary =
      found === 0
        ? paint.green('✓ no problems')
        : paint.yellow([counted(warnings.length, 'warning'), counted(hazards.length, 'hazard')].join(', '));
    const parts = [
      ...(warnings.length > 0 ? [warningText(warnings, paint)] : []),
      ...(rows.length > 0 ? [align(rows).join('\n')] : []),
      `${summary} in ${visible(origin)} · ${censusText(catalogue, driver, paint)}`,
    ];
    terminal.print(parts.join('\n\n'));
    return undefined;
  },
});
