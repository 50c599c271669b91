import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRedactor } from '../../src/config/redact.js';
import { resolveSecret, resolveSecrets, type SecretContext } from '../../src/config/secrets.js';
import { SyncError } from '../../src/errors.js';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'secrets-'));
  await writeFile(join(directory, 'password.txt'), 'from a file\n');
  await writeFile(join(directory, 'print.mjs'), 'process.stdout.write(process.argv.slice(2).join("|") + "\\n");');
  await writeFile(
    join(directory, 'fail.mjs'),
    'console.log("half a secret"); console.error("not logged in"); process.exitCode = 3;',
  );
  await writeFile(join(directory, 'flood.mjs'), 'process.stdout.write("x".repeat(2 ** 20 + 1));');
  await writeFile(join(directory, 'hang.mjs'), 'setInterval(() => {}, 1000);');
});

function context(over: Partial<SecretContext> = {}): SecretContext {
  return {
    directory,
    environment: { TOKEN: 'from the environment' },
    redactor: createRedactor(),
    platform: 'linux',
    ...over,
  };
}

const node = JSON.stringify(process.execPath);

describe('secrets', () => {
  test.each([
    ['plain', 'plain'],
    ['env:TOKEN', 'from the environment'],
    ['file:password.txt', 'from a file'],
    ['file:./password.txt', 'from a file'],
    [`cmd:${node} print.mjs one "two words" 'thr"ee' fo\\ ur $HOME *`, 'one|two words|thr"ee|fo ur|$HOME|*'],
  ])('%s', async (reference, secret) => {
    expect(await resolveSecret(reference, 'at', context())).toBe(secret);
  });

  test('what was resolved is known to the redactor', async () => {
    const redactor = createRedactor();
    await resolveSecrets(
      { ssl: { key: 'file:password.txt' }, hosts: ['env:TOKEN'], port: 1 },
      'settings',
      context({ redactor }),
    );
    expect(redactor.redact('from a file, from the environment')).toBe('***, ***');
  });

  test.each([
    ['env:NONE', 'url: the environment variable NONE is not set'],
    ['file:none.txt', 'url: the file'],
    [`cmd:${node} fail.mjs`, 'failed with exit code 3: not logged in'],
    ['cmd:no-such-program-anywhere hunter2', 'url: cmd:no-such-program-anywhere … cannot be run'],
    [`cmd:${node} flood.mjs`, `… printed more than ${2 ** 20} characters`],
    [`cmd:${node} -e "" hunter2`, '… is empty'],
    ['keychain:service', 'is not SERVICE/ACCOUNT'],
  ])('%s fails by name', async (reference, message) => {
    await expect(resolveSecret(reference, 'url', context())).rejects.toMatchObject({
      code: 'SECRET_UNAVAILABLE',
      message: expect.stringContaining(message),
    });
  });

  test('a command that fails shows what it said on stderr, never its stdout and never its arguments', async () => {
    const error = await resolveSecret(`cmd:${node} fail.mjs hunter2`, 'at', context()).catch((thrown: Error) => thrown);
    expect(JSON.stringify(error)).not.toMatch(/half a secret|hunter2|fail\.mjs/);
  });

  test.each([
    [AbortSignal.timeout(300), 'CANCELLED'],
    [AbortSignal.abort(new SyncError({ code: 'TERMINATED', op: 'cli', message: 'terminated' })), 'TERMINATED'],
  ])('a command that is interrupted is no secret that is missing', async (signal, code) => {
    await expect(resolveSecret(`cmd:${node} hang.mjs`, 'at', context({ signal }))).rejects.toMatchObject({ code });
  });

  test('a command that hangs is ended', async () => {
    await expect(resolveSecret(`cmd:${node} hang.mjs`, 'at', context({ timeoutMs: 300 }))).rejects.toMatchObject({
      code: 'SECRET_UNAVAILABLE',
      message: expect.stringContaining('took longer than 0.3 s'),
    });
  });

  test('the keychain of Linux is asked by service and account', async () => {
    const tool = join(directory, 'secret-tool');
    await writeFile(tool, '#!/bin/sh\necho "$1 $2=$3 $4=$5"\n');
    await chmod(tool, 0o755);
    const before = process.env.PATH;
    process.env.PATH = `${directory}:${before}`;
    try {
      expect(await resolveSecret('keychain:my app/me', 'at', context())).toBe('lookup service=my app account=me');
    } finally {
      process.env.PATH = before;
    }
  });

  test('a system without a keychain that we can read says what else there is', async () => {
    await expect(resolveSecret('keychain:a/b', 'at', context({ platform: 'win32' }))).rejects.toMatchObject({
      message: expect.stringContaining('win32'),
      hint: expect.stringContaining('cmd:'),
    });
  });
});
