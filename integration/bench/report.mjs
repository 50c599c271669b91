import { readFileSync, writeFileSync } from 'node:fs';

const begin = '<!-- figures -->\n';
const end = '<!-- /figures -->';

/** Tables for people, printed as they come in and kept for the page of the documentation. */
export class Report {
  text = '';

  say(text) {
    console.log(text);
    this.text += `${text}\n`;
  }

  /** A label, milliseconds, and the ratio to what was measured beside it. */
  table(title, rows) {
    this.say(`\n### ${title}\n\n| what | ms | ratio |\n| --- | ---: | ---: |`);
    for (const { label, ms, ratio } of rows)
      this.say(`| ${label} | ${ms.toFixed(1)} | ${ratio === undefined ? '' : `${ratio.toFixed(2)} ×`} |`);
  }

  /** Puts the figures where the page has its figures. */
  writeInto(page) {
    const text = readFileSync(page, 'utf8');
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < 0) throw new Error(`${page} has no place for figures`);
    writeFileSync(page, `${text.slice(0, from + begin.length)}\n${this.text.trim()}\n\n${text.slice(to)}`);
  }
}
