import type { Driver } from '../../contract/driver.js';
import type { Statement } from '../../contract/statement.js';
import type { Batch, Hazard, HazardClass, Step } from '../../contract/step.js';
import { counted } from '../../model/counted.js';
import { gatedClasses, hazardsOf, shortLocks, weighty } from '../../plan/hazards.js';
import type { Plan, Proof } from '../../plan/plan-format.js';
import type { Paint } from '../paint.js';
import { visible, visibleText } from '../visible.js';
import { summaryOf } from './difference-text.js';

/** Which way of a plan is shown. */
export type Way = 'up' | 'down';

/** How a plan is shown. */
export interface PlanView {
  readonly way?: Way;
  /** The classes of hazards that are allowed already. */
  readonly allow?: ReadonlySet<HazardClass>;
  /** Statements that say what they do in brief are shown whole. */
  readonly verbose?: boolean;
}

/** A plan as people review it: batches, steps with their statements and hazards, the way back, and a summary. */
export function planText(plan: Plan, driver: Driver, paint: Paint, view: PlanView = {}): string {
  const { way = 'up', verbose = false } = view;
  const batches = way === 'up' ? plan.up : plan.down;
  if (batches.length === 0) return paint.green('✓ nothing to do');
  const name = way === 'up' ? 'Plan' : 'Way back of plan';
  const phase = plan.phase === undefined ? '' : `, to ${plan.phase}`;
  const server = `for ${plan.server.product} ${plan.server.version}${phase}`;
  const head = `${paint.bold(`${name} ${visible(plan.id.slice(0, 12))}`)} ${paint.dim(visible(server))}`;
  return [
    [head, ...onlineLines(plan, batches, paint)].join('\n'),
    ...batches.map((batch, i) => batchText(batch, { index: i, of: batches.length, verbose }, driver, paint)),
    ...closing(plan, paint, view),
  ].join('\n\n');
}

/** Why there are more steps than it takes, and what they come to: not all can be done without that others wait. */
function onlineLines({ online }: Plan, batches: readonly Batch[], paint: Paint): readonly string[] {
  if (!online) return [];
  const how = howOnline(batches);
  if (online.asked) return [paint.dim(`Online, as asked for: ${how}`)];
  const from = (online.fromRows ?? 0).toLocaleString('en');
  return (online.large ?? []).map(({ address, rows }) =>
    paint.dim(
      visible(`Online for ${address}, which has about ${rows.toLocaleString('en')} rows (from ${from} on): ${how}`),
    ),
  );
}

function howOnline(batches: readonly Batch[]): string {
  const waiting = batches.flatMap((batch, i) => (keptOut(batch) ? [i + 1] : []));
  const isWhole = batches.length === 1 && batches[0]?.atomic === true;
  if (isWhole) {
    return waiting.length > 0
      ? 'in one transaction, and others wait for as long as it takes'
      : 'in one transaction, for which nobody waits for more than a moment';
  }
  if (waiting.length === 0)
    return 'in steps that keep nobody waiting for more than a moment, and do not commit together';
  const which = `batch${waiting.length > 1 ? 'es' : ''} ${waiting.join(', ')}`;
  return `in steps that do not commit together; others wait for as long as ${which} ${waiting.length > 1 ? 'take' : 'takes'}`;
}

/** Whom a batch keeps waiting for as long as it takes. */
function keptOut({ steps }: Batch): string | undefined {
  const classes = new Set(steps.flatMap(({ hazards }) => hazards.map((hazard) => hazard.class)));
  if (classes.has('blocks-reads')) return 'keeps out readers and writers';
  return classes.has('blocks-writes') ? 'keeps out writers' : undefined;
}

interface BatchView {
  readonly index: number;
  readonly of: number;
  readonly verbose: boolean;
}

function batchText(batch: Batch, { index, of, verbose }: BatchView, driver: Driver, paint: Paint): string {
  const settings = Object.entries(batch.settings).map(([name, value]) =>
    visible(`${name.slice(name.indexOf('/') + 1)} ${String(value)}`),
  );
  const kept = keptOut(batch);
  const facts = [
    batch.atomic ? 'all or nothing' : 'each statement by itself',
    ...(kept === undefined ? [] : [kept]),
    ...settings,
  ];
  const head = `${paint.bold(`Batch ${index + 1} of ${of}`)} ${paint.dim(`· ${facts.join(' · ')}`)}`;
  return [head, ...batch.steps.map((step) => stepText(step, driver, paint, verbose))].join('\n');
}

function stepText(step: Step, driver: Driver, paint: Paint, verbose: boolean): string {
  const number = String(step.number).padStart(3);
  const statements = step.sql
    .flatMap((statement) => statementLines(statement, driver, verbose))
    .map((line) => `      ${line}`);
  return [
    `${paint.cyan(number)}  ${paint.bold(visible(step.summary))}`,
    ...statements.map((line) => paint.dim(line)),
    ...step.hazards.flatMap((hazard) => hazardLines(hazard, paint)),
  ].join('\n');
}

/** A check is told by what it guards against; its query is for the server. */
function statementLines(statement: Statement, { dialect }: Driver, verbose: boolean): readonly string[] {
  if (statement.check) return [`-- stops here and rolls back if ${visible(statement.check.message)}`];
  if (statement.repeat)
    return ['-- again and again, each round by itself:', ...visibleText(`${statement.text};`).split('\n')];
  const lines = visibleText(`${dialect.print(statement)};`).split('\n');
  if (statement.brief === undefined || verbose) return lines;
  return [`-- ${visible(statement.brief)} (${counted(lines.length, 'line')}: whole with --verbose)`];
}

function hazardLines(hazard: Hazard, paint: Paint): readonly string[] {
  const gated = gatedClasses.has(hazard.class);
  const isBrief = hazard.class === 'locks';
  const color = gated ? paint.red : isBrief ? paint.dim : paint.yellow;
  const facts = [
    visible(hazard.code),
    ...(hazard.lock === undefined ? [] : [`lock: ${visible(hazard.lock)}`]),
    ...(hazard.reversible ? [] : ['not reversible']),
  ];
  return [
    `    ${color(`! ${visible(hazard.class)}`)}  ${visible(hazard.message)} ${paint.dim(`(${facts.join(', ')})`)}`,
    ...(hazard.hint === undefined ? [] : [`      ${paint.cyan('hint:')} ${visible(hazard.hint)}`]),
  ];
}

function closing(plan: Plan, paint: Paint, view: PlanView): readonly string[] {
  const lost = view.way !== 'down' ? plan.irreversible.map(({ reason }) => `  ${visible(reason)}`) : [];
  const back = lost.length > 0 ? [`${paint.bold('The way back does not undo')}\n${lost.join('\n')}`] : [];
  return [...back, planSummary(plan, paint, view)];
}

/** Says that there is no database yet, before anybody takes a slip in its path for one. */
export function missingText(label: string, paint: Paint): string {
  return paint.yellow(`! ${visible(label)} does not exist: this is for a new, empty database`);
}

/** `3 changes: 1 create, 2 alter · 4 steps · 1 hazard · proven ✓ up and down on …`. */
export function planSummary(plan: Plan, paint: Paint, { way = 'up', allow }: PlanView = {}): string {
  const [batches, changes] = way === 'up' ? [plan.up, plan.changes] : [plan.down, plan.inverse];
  const all = hazardsOf(batches);
  const hazards = weighty(all);
  const gated = hazards.filter((hazard) => hazard.gated);
  const closed = new Set(gated.filter((hazard) => !allow?.has(hazard.class)).map((hazard) => hazard.class));
  const gate =
    closed.size > 0 ? `, needs --allow ${visible([...closed].join(','))}` : gated.length > 0 ? ', allowed' : '';
  const shown =
    hazards.length === 0
      ? paint.green(`no hazards${shortLocks(all)}`)
      : paint.yellow(`${counted(hazards.length, 'hazard')}${gate}`);
  const steps = batches.reduce((sum, batch) => sum + batch.steps.length, 0);
  return [
    ...(changes.length > 0 ? [summaryOf(changes, paint)] : []),
    counted(steps, 'step'),
    shown,
    proofText(plan, paint),
  ].join(paint.dim(' · '));
}

function proofText({ proof }: Plan, paint: Paint): string {
  if (!proof) return paint.yellow('not proven');
  if (!proof.up) return paint.yellow(`not proven${proof.reason === undefined ? '' : `: ${visible(proof.reason)}`}`);
  const ways = [...(proof.up ? ['up'] : []), ...(proof.down ? ['down'] : [])].join(' and ');
  const part = proof.part
    ? `, with the ${proof.part.objects} of ${counted(proof.part.of, 'object')} that it touches`
    : '';
  return `${paint.green(`proven ✓ ${ways} on ${visible(proof.server)}${part}`)}${seedProofText(proof, paint)}`;
}

function seedProofText({ seeds }: Proof, paint: Paint): string {
  if (!seeds) return '';
  if (seeds.tried === seeds.of) return paint.green(', seed rows too');
  return paint.yellow(
    `, and ${seeds.tried} of ${counted(seeds.of, 'seed row')}: the others refer to rows of the database`,
  );
}
