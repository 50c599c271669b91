import { describe, expect, it } from 'vitest';
import { bin, expectClean, runProcess, schemaSync } from './support/command.js';
import { openShop, stockOf } from './support/shop.js';
import { Site } from './support/site.js';

describe.each([
  { signal: 'SIGINT', exit: 130, code: 'CANCELLED' },
  { signal: 'SIGTERM', exit: 143, code: 'TERMINATED' },
] as const)('$signal', ({ signal, exit, code }) => {
  it('during a long rebuild takes everything back and says so', { timeout: 90_000 }, async () => {
    using site = new Site();
    const stock = openShop(site, 150_000);
    const base = await site.root();
    let sent = false;
    const ended = await schemaSync(
      ['sync', '--url', site.url, '--to', './schema.sql', '--yes', '--allow', 'all', '--no-prove'],
      {
        cwd: site.folder,
        onError: (text, child) => {
          if (sent || !text.includes('step 1/')) return;
          sent = true;
          child.kill(signal);
        },
      },
    );
    expect(ended, ended.stderr).toMatchObject({ code: exit, signal: null });
    expect(ended.stderr).toContain(`error[${code}]`);
    expect(ended.stderr).toMatch(/nothing was changed/);
    expectClean(ended.stderr);
    expect(await site.root()).toBe(base);
    expect(stockOf(site)).toEqual(stock);
    expect(site.damage()).toEqual([]);
    const [run] = await site.history();
    expect(run?.outcome).toBe('cancelled');
    expect(
      (
        await schemaSync(['sync', '--url', site.url, '--to', './schema.sql', '--yes', '--allow', 'all'], {
          cwd: site.folder,
        })
      ).code,
      'the next run converges',
    ).toBe(0);
    expect(stockOf(site)).toEqual(stock);
  });
});

describe('a reader that has seen enough', () => {
  it('ends the output and nothing else', async () => {
    using site = new Site();
    site.open((database) => {
      database.exec('BEGIN');
      for (let i = 0; i < 3000; i++)
        database.exec(
          `CREATE TABLE table_with_a_long_name_${i} (id INTEGER PRIMARY KEY, some_column TEXT NOT NULL DEFAULT 'some value')`,
        );
      database.exec('COMMIT');
    });
    for (const format of ['sql', 'json', 'text']) {
      const ended = await runProcess(
        'sh',
        ['-c', `"${process.execPath}" "${bin}" inspect "${site.url}" --format ${format} | head -1`],
        { cwd: site.folder },
      );
      expect(ended.code).toBe(0);
      expect(ended.stdout.split('\n').length).toBe(2);
      expect(ended.stderr).not.toMatch(/EPIPE|Error/);
      expectClean(ended.stderr);
    }
  });
});
