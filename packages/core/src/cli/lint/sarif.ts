import type { HazardClass } from '../../contract/step.js';
import { hashText } from '../../model/hash.js';
import { gatedClasses } from '../../plan/hazards.js';
import { toolVersion } from '../../version.js';
import type { Finding } from './finding.js';

/** Findings as a SARIF 2.1.0 document, which code hosts show beside the lines. */
export function sarifDocument(findings: readonly Finding[]) {
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  const index = new Map(rules.map(({ rule }, i) => [rule, i]));
  const fingerprints = fingerprintsOf(findings);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'schema-sync',
            version: toolVersion,
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding, i) => ({
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule),
          level: finding.fails ? 'error' : 'warning',
          message: { text: [finding.message, ...(finding.hint === undefined ? [] : [finding.hint])].join('\n') },
          locations: [locationOf(finding)],
          partialFingerprints: { 'schemaSync/v1': fingerprints[i] },
        })),
      },
    ],
  };
}

/** What a class of hazards means, for who meets it beside the code. */
const meanings: Readonly<Record<HazardClass, string>> = {
  'data-loss': 'Rows or values go, or are converted with a loss, or what was to be left alone goes.',
  access: 'What somebody may see or do changes.',
  'blocks-reads': 'Nobody reads or writes for as long as it takes.',
  'blocks-writes': 'Nobody writes for as long as it takes.',
  correctness: 'It fails on rows that break a rule, or clients that use what was there before fail.',
  rewrite: 'A table is written again, with the room and the time that this takes.',
  slow: 'All rows are read, or queries take longer from then on.',
  locks: 'Others wait for a moment, and for whatever the lock itself has to wait for.',
};

/** Code hosts ask for all of these texts, and show the last one beside a finding. */
function ruleOf({ rule, class: of, fails }: Finding) {
  const meaning = of === undefined ? 'What a state or a statement says does not hold, or was left out.' : meanings[of];
  const gate = of !== undefined && gatedClasses.has(of) ? ` It does not run unless --allow ${of} says so.` : '';
  const more = of === undefined ? '' : ` docs/hazards.md tells under ${rule} when that is, and of the safer way.`;
  return {
    id: rule,
    name: rule,
    shortDescription: { text: of === undefined ? rule : `${rule} (${of})` },
    fullDescription: { text: meaning },
    help: { text: `${meaning}${gate}${more}` },
    defaultConfiguration: { level: fails ? 'error' : 'warning' },
    properties: { tags: of === undefined ? [] : [of], 'problem.severity': fails ? 'error' : 'warning' },
  };
}

/** The same for the same finding, wherever its line moves to; those that say the same are told apart by their order. */
function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, at, change, message }) => {
    const said = JSON.stringify([rule, placeOf(at).file, change, message]);
    const times = (seen.get(said) ?? 0) + 1;
    seen.set(said, times);
    return `${hashText(said)}:${times}`;
  });
}

function locationOf({ at, change }: Finding) {
  const { file, line, column } = placeOf(at);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line !== undefined && {
        region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
      }),
    },
    ...(change !== undefined && { logicalLocations: [{ fullyQualifiedName: change }] }),
  };
}

/** Takes `file:line:column` apart; a file may have colons in its own name. */
export function placeOf(at: string): { readonly file: string; readonly line?: number; readonly column?: number } {
  const found = /^(.+?)(?::(\d+))?(?::(\d+))?$/s.exec(at);
  const [, file = at, line, column] = found ?? [];
  return {
    file,
    ...(line !== undefined && { line: Number(line) }),
    ...(column !== undefined && { column: Number(column) }),
  };
}

/** Relative to where the command ran, as code hosts expect it. */
function uriOf(file: string): string {
  return file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
