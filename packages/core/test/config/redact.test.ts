import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../src/config/redact.js';
import { redactedJson } from '../../src/config/redact-json.js';
import { redactUrl, secretsOf } from '../../src/source/url-secrets.js';

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

  test.each([
    ['cassandra://cassandra:cassandra@one/app', 'cassandra'],
    ['timescaledb://reporting_app:reporting_app@one/app', 'reporting_app'],
  ])('a password that is the scheme or the user, too, leaves what is executed as it is: %s', (url, word) => {
    const redactor = createRedactor();
    redactor.add(word);
    redactor.addUrl(url);
    const sql = `ALTER TABLE a WITH compaction = {'class': 'org.${word}.db.Leveled'}; GRANT SELECT ON a TO ${word};`;
    expect(redactor.redactDocument(sql)).toBe(sql);
    expect(redactor.redactScript(sql)).toBe(sql);
    expect(redactor.redact(`org.${word}.db, ${word}://host, @sync/driver-${word}`)).not.toContain('***');
    expect(redactor.redact(`the password ${word} is wrong: "${word}".`)).toBe('the password *** is wrong: "***".');
  });

  test('an empty secret masks nothing', () => {
    const redactor = createRedactor();
    redactor.add('');
    redactor.add('\n');
    expect(redactor.redact('a b')).toBe('a b');
  });

  test.each([
    ['a://u:p%40ss@h/db', ['p%40ss', 'p@ss']],
    ['a://u:p@ss@h/db', ['p@ss']],
    ['a://u@h/db', []],
    ['a:./file', []],
    ['a:./file?key=k%20k', ['k%20k', 'k k']],
    ['a://h/d?ssl_password=x;token=y#z', ['x', 'y']],
    ['a://h/d?sslkey=/etc/client.key&ssl-key=-----BEGIN%20KEY&api_key=z', ['-----BEGIN%20KEY', '-----BEGIN KEY', 'z']],
  ])('what is secret in %s', (url, secrets) => {
    expect(secretsOf(url)).toEqual(secrets);
  });

  test.each([
    ['a://user:with blank "and" quote@host/db?token=x y', 'a://user:***@host/db?token=***'],
    ['a://host/db?user=me&Password=abc;x=1', 'a://host/db?user=me&Password=***;x=1'],
    ['a://host/db?sslkey=/etc/client.key&key=abc', 'a://host/db?sslkey=/etc/client.key&key=***'],
  ])('as a URL that is known to be one, %s', (url, masked) => {
    expect(redactUrl(url)).toBe(masked);
  });

  test.each([
    ['encoded more than it must be', '%70%40ss%20%22w%2ford%27%20%C3%A9!'],
    ['encoded in part, with a plus', 'p%40ss+"w/ord\'+%c3%a9!'],
    ['with unicode escapes', 'p@ss \\u0022w/ord\\u0027 \\u00E9!'],
    ['as JSON within JSON', JSON.stringify(JSON.stringify('p@ss "w/ord\' é!'))],
    ['as an SQL literal', "'p@ss \"w/ord'' é!'"],
    ['with its slash escaped', 'p@ss \\"w\\/ord\' é!'],
    ['within what is sent to a server', Buffer.from('me:p@ss "w/ord\' é!').toString('base64url')],
  ])('a secret %s is masked', (_, form) => {
    const redactor = createRedactor();
    redactor.add('p@ss "w/ord\' é!');
    const masked = redactor.redact(`before ${form} after`);
    expect(masked).toMatch(/^before .*\*\*\*.* after$/);
    expect(masked.length).toBeLessThan(26);
  });

  test('a secret of one or two characters is masked in quotes and behind the name of a secret', () => {
    const redactor = createRedactor();
    redactor.add('id');
    expect(redactor.redact('the id "id" of password=id and password: id, but idle')).toBe(
      'the id "***" of password=*** and password: ***, but idle',
    );
  });

  test('a short secret that cannot be a word is masked in documents too', () => {
    const redactor = createRedactor();
    redactor.add('a$b!');
    expect(redactor.redactDocument("DEFAULT 'a$b!'")).toBe("DEFAULT '***'");
  });

  test('JSON is masked before it is escaped, names too', () => {
    const redactor = createRedactor();
    const secret = 'a "quoted" \\ sécret';
    redactor.add(secret);
    const text = redactedJson({ [secret]: [`x ${secret}`, { url: 'a://u:p"q\\@h' }] }, redactor.redact);
    expect(JSON.parse(text)).toEqual({ '***': ['x ***', { url: expect.stringMatching(/^a:\/\/u:/) as string }] });
  });
});

test('what came by reference is shown by it where it stands alone, and its host is a text like others in SQL', () => {
  const redactor = createRedactor();
  redactor.addReference('postgres://db.example.com:5432/app', 'env:DB');
  redactor.addReference('db.example.com', 'env:DB');
  expect(redactor.redact('postgres://db.example.com:5432/app is away: db.example.com:5432 refuses')).toBe(
    'env:DB is away: env:DB:5432 refuses',
  );
  expect(redactor.redact('postgres://db.example.com:5432/app2')).toBe('postgres://env:DB:5432/app2');
  expect(redactor.redactScript("OPTIONS (host 'db.example.com')")).toBe("OPTIONS (host 'db.example.com')");
  expect(redactor.redactScript('-- postgres://db.example.com:5432/app')).toBe('-- env:DB');
});

test('a word of any length is gone through once, and a URL is found behind whatever it is written', () => {
  const redactor = createRedactor();
  const word = 'x'.repeat(100_000);
  expect(redactor.redact(`comment ${word}`)).toBe(`comment ${word}`);
  expect(redactor.redact('1-postgres://u:hidden@h/d,(x://u:hidden@h)')).not.toContain('hidden');
});
