import type { Finding } from './finding.js';

/** Findings as a JUnit report, which pipelines show as tests: what does not make the check fail passes, with its text as output. */
export function junitReport(origin: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ fails }) => fails).length;
  const cases =
    findings.length === 0 ? [`    <testcase classname="lint" name=${quoted(origin)}/>`] : findings.map(testCase);
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="schema-sync" ${counts}>`,
    `  <testsuite name=${quoted(`schema-sync lint ${origin}`)} ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase({ rule, class: of, fails, message, hint, at, change }: Finding): string {
  const text = [`${at}: ${message}`, ...(hint === undefined ? [] : [`hint: ${hint}`])].join('\n');
  const head = `    <testcase classname=${quoted(of === undefined ? rule : `${of}.${rule}`)} name=${quoted(change ?? at)}>`;
  const body = fails
    ? `<failure type=${quoted(rule)} message=${quoted(message)}>${escaped(text)}</failure>`
    : `<system-out>${escaped(text)}</system-out>`;
  return `${head}\n      ${body}\n    </testcase>`;
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
}

/** XML 1.0 knows neither most control characters nor halves of surrogate pairs, not even escaped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
