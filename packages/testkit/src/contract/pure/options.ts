import type { ConnectionInput } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failureOf, wordsOf } from '../../failure.js';
import type { ContractOptions } from '../options.js';

type PureOptions = Pick<ContractOptions, 'driver'>;

const secret = 's3cr3t-0f-a-test';

export function testOptions({ driver }: PureOptions): void {
  const input = (url: string, settings?: ConnectionInput['settings']): ConnectionInput => ({
    url,
    directory: process.cwd(),
    ...(settings && { settings }),
  });

  test('refuses a URL of another engine, with a hint', async () => {
    const error = await failureOf(() => driver.options(input(`no-such-engine://user:${secret}@host/database`)));
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.hint).toBeTruthy();
    expect(wordsOf(error)).not.toContain(secret);
  });

  test.each(['', 'nonsense', '://'])('refuses %j', async (url) => {
    expect((await failureOf(() => driver.options(input(url)))).code).toBe('CONFIG_INVALID');
  });

  test.each(driver.protocols)('refuses a setting that %s does not know, by its name', async (protocol) => {
    const error = await failureOf(() => driver.options(input(`${protocol}://host/database`, { noSuchSetting: 1 })));
    expect(error.code).toBe('CONFIG_INVALID');
  });

  describe('shows no secret', () => {
    const urls = driver.protocols.flatMap((protocol) => [
      `${protocol}://user:${secret}@host:1/database`,
      `${protocol}://host:1/database?password=${secret}`,
      `${protocol}://user:${encodeURIComponent(secret)}@host/database?sslpassword=${secret}&token=${secret}`,
      `${protocol}:file?key=${secret}`,
    ]);

    // A driver either takes such a URL, and then labels it, or refuses it, and then explains itself.
    test.each(urls)('of %s', async (url) => {
      expect(await describeTarget(url)).not.toContain(secret);
    });

    test.each(driver.protocols)('of the settings beside %s', async (protocol) => {
      const settings = { password: secret, key: secret, token: secret };
      expect(await describeTarget(`${protocol}://host/database`, settings)).not.toContain(secret);
    });
  });

  async function describeTarget(url: string, settings?: ConnectionInput['settings']): Promise<string> {
    let options: unknown;
    try {
      options = driver.options(input(url, settings));
    } catch {
      return wordsOf(await failureOf(() => driver.options(input(url, settings))));
    }
    const label = driver.label(options);
    expect(label.trim()).not.toBe('');
    return label;
  }
}
