import { describe, expect, test } from 'vitest';
import { createRedactor, passwordOf } from '../../src/config/redact.js';

describe('redacting', () => {
  test('masks a secret in every form in which it may be printed', () => {
    const redactor = createRedactor();
    const secret = 'p@ss "w/ord\' é!';
    redactor.add(secret);
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      Buffer.from(secret).toString('base64'),
      `x${secret}y`,
    ];
    for (const form of forms) {
      const masked = redactor.redact(`before ${form} after`);
      expect(masked).toContain('***');
      expect(masked).not.toContain('w/ord');
      expect(masked).not.toContain('w%2Ford');
      expect(masked).toMatch(/^before .* after$/);
    }
  });

  test.each([
    ['a://user:secret@host/db', 'a://user:***@host/db'],
    ['a://user:p@ss@w/rd@host/db', 'a://user:***@host/db'],
    ['a://:secret@host', 'a://:***@host'],
    ['connect to "a://u:x@h1,h2/db?sslmode=require" failed', 'connect to "a://u:***@h1,h2/db?sslmode=require" failed'],
    ['a://host/db?user=me&password=abc&x=1', 'a://host/db?user=me&password=***&x=1'],
    ['a://host:5432/db', 'a://host:5432/db'],
    ['no url at all: a@b', 'no url at all: a@b'],
  ])('%s', (text, masked) => {
    expect(createRedactor().redact(text)).toBe(masked);
  });

  test('masks a short secret only where it stands alone', () => {
    const redactor = createRedactor();
    redactor.add('root');
    expect(redactor.redact('root and roots, "root"')).toBe('*** and roots, "***"');
  });

  test('keeps documents that are read back whole, but for secrets that cannot be words of a schema', () => {
    const redactor = createRedactor();
    redactor.add('root');
    redactor.add('correct horse battery');
    const document = "CREATE TABLE root (a text DEFAULT 'x://u:p@h'); -- correct horse battery";
    expect(redactor.redactDocument(document)).toBe("CREATE TABLE root (a text DEFAULT 'x://u:p@h'); -- ***");
  });

  test('an empty secret masks nothing', () => {
    const redactor = createRedactor();
    redactor.add('');
    redactor.add('\n');
    expect(redactor.redact('a b')).toBe('a b');
  });

  test.each([
    ['a://u:p%40ss@h/db', 'p@ss'],
    ['a://u:p@ss@h/db', 'p@ss'],
    ['a://u@h/db', undefined],
    ['a:./file', undefined],
  ])('the password of %s', (url, password) => {
    expect(passwordOf(url)).toBe(password);
  });
});
