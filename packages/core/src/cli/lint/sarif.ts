import { toolVersion } from '../../version.js';
import type { Finding } from './finding.js';

/** Findings as a SARIF 2.1.0 document, which code hosts show beside the lines. */
export function sarifDocument(findings: readonly Finding[]) {
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  const index = new Map(rules.map(({ rule }, i) => [rule, i]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'schema-sync',
            version: toolVersion,
            rules: rules.map(({ rule, class: of }) => ({
              id: rule,
              shortDescription: { text: of === undefined ? rule : `${rule} (${of})` },
              ...(of !== undefined && { properties: { tags: [of] } }),
            })),
          },
        },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule),
          level: finding.fails ? 'error' : 'warning',
          message: { text: [finding.message, ...(finding.hint === undefined ? [] : [finding.hint])].join('\n') },
          locations: [locationOf(finding)],
        })),
      },
    ],
  };
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
