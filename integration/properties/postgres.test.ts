import { describe, expect, it } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { Bench, expectThereAndBack } from './postgres/bench.js';
import { type Draft, draft, edited } from './postgres/model.js';
import { printDraft } from './postgres/print.js';
import { check, scaled, timeout } from './support/runs.js';

const script = (of: Draft) => `${printDraft(of, 18).join(';\n')};`;

describe.each(['postgres-13', 'postgres-18'])('%s', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    it.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  it('goes there and back, with the rows', { timeout }, () =>
    check(
      edited,
      scaled(4),
      ([before, after]) => `${script(before)}\n\n-- becomes\n\n${script(after)}`,
      async ([before, after]) => {
        await using bench = await Bench.open(server.url);
        await expectThereAndBack(bench, before, after);
      },
    ),
  );

  it('is made again by the SQL that is printed of it', { timeout }, () =>
    check(draft, scaled(2), script, async (of) => {
      await using bench = await Bench.open(server.url);
      const compiled = await bench.compile(printDraft(of, bench.version));
      const printed = bench.engine.creation(compiled).flatMap(({ statements }) => statements);
      expect((await bench.compile(printed)).catalogue.root).toBe(compiled.catalogue.root);
    }),
  );
});
