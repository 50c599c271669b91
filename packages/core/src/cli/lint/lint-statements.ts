import { exitCodes } from '../../errors.js';
import { emptyCatalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import { gatedClasses, shortLocks, weighty } from '../../plan/hazards.js';
import { usage } from '../arguments.js';
import { document } from '../documents.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { openWorkbench } from '../workbench.js';
import type { Finding } from './finding.js';
import type { Lint } from './flags.js';
import { exitCode, failing, printFindings } from './outcome.js';
import { buildState, observeAll, readStatements, type SeenStatement } from './statements.js';

/** Runs the statements of a file in a scratch database that holds what they are written for, and reports what each of them did. */
export async function lintStatements(invocation: Lint, origin: string | undefined): Promise<number> {
  const { command, flags: given, terminal, world, signal } = invocation;
  if (origin === undefined) throw usage('no statements were named', 'Name their file, or a folder of such files.');
  const { bench, sources } = await openWorkbench(invocation, given.from === undefined ? {} : { sources: [given.from] });
  const [start] = sources;
  const statements = await readStatements(origin, world.directory, bench.driver);
  const from = start && (await bench.compile(start)).catalogue;
  await using scratch = await bench.scratch(start);
  await buildState(scratch, from ?? emptyCatalogue, bench.driver, signal);
  const seen = await observeAll(scratch, statements, bench.driver, signal);
  const hazards = seen.flatMap((each) => each.hazards);
  const rest = statements.length - seen.length;
  if (given.format === 'json') {
    terminal.json(document(command, { origin, ...(from && { from: from.root }), statements: seen }));
  } else if (given.format === 'sarif' || given.format === 'junit') {
    printFindings(invocation, origin, findings(seen, invocation));
  } else
    terminal.print([...statementText(seen, terminal.paint), summary(seen, rest, origin, terminal.paint)].join('\n\n'));
  return seen.some(({ failure }) => failure) ? exitCodes.user : exitCode(invocation, hazards);
}

function findings(seen: readonly SeenStatement[], invocation: Lint): readonly Finding[] {
  const fails = failing(invocation);
  return seen.flatMap(({ at, hazards, failure, skipped }): readonly Finding[] => [
    ...hazards.map(({ code, class: of, message, hint }) => ({
      rule: code,
      class: of,
      fails: fails.has(of),
      message,
      ...(hint !== undefined && { hint }),
      at,
    })),
    ...(failure ? [{ rule: 'STATEMENT_FAILED', fails: true, at, ...failure }] : []),
    ...(skipped === undefined ? [] : [{ rule: 'warning', fails: false, at, message: `not run: ${skipped}` }]),
  ]);
}

function statementText(seen: readonly SeenStatement[], paint: Paint): readonly string[] {
  return seen
    .filter(({ hazards, failure, skipped }) => hazards.length > 0 || failure || skipped !== undefined)
    .map(({ at, text, atomic, hazards, failure, skipped }) => {
      const alone = atomic === false ? paint.dim(' (runs outside of a transaction)') : '';
      return [
        `${paint.bold(visible(at))}  ${visible(firstLine(text))}${alone}`,
        ...hazards.flatMap((hazard) => {
          const color = gatedClasses.has(hazard.class) ? paint.red : paint.yellow;
          const facts = [hazard.code, ...(hazard.lock === undefined ? [] : [`lock: ${hazard.lock}`])].map(visible);
          return [
            `    ${color(`! ${hazard.class}`)}  ${visible(hazard.message)} ${paint.dim(`(${facts.join(', ')})`)}`,
            ...(hazard.hint === undefined ? [] : [`      ${paint.cyan('hint:')} ${visible(hazard.hint)}`]),
          ];
        }),
        ...(skipped === undefined ? [] : [`    ${paint.yellow('not run:')} ${visible(skipped)}`]),
        ...(failure ? [`    ${paint.red('fails:')} ${visible(failure.message)}`] : []),
        ...(failure?.hint === undefined ? [] : [`      ${paint.cyan('hint:')} ${visible(failure.hint)}`]),
      ].join('\n');
    });
}

function firstLine(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.length > 0 ? `${first} …` : first;
}

function summary(seen: readonly SeenStatement[], rest: number, origin: string, paint: Paint): string {
  const all = seen.flatMap((each) => each.hazards);
  const { length } = weighty(all);
  const isWhole = !seen.some(({ failure }) => failure);
  const found = length === 0 ? paint.green(`no hazards${shortLocks(all)}`) : paint.yellow(counted(length, 'hazard'));
  const failed = isWhole ? '' : `${paint.red('✗ a statement fails')}, `;
  const unseen = rest === 0 ? '' : `; what comes after it was not looked at: ${counted(rest, 'statement')}`;
  return `${failed}${found} in ${counted(seen.length, 'statement')} of ${visible(origin)}${unseen}`;
}
