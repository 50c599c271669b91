import { expect, test } from 'vitest';
import {
  mentionsColumn,
  renameBroughtIn,
  renameColumnIn,
  renameRelationIn,
  renameRowColumnIn,
} from '../src/text/rename-in.js';

test.each([
  ['CHECK ((a > 0))', 'CHECK ((b > 0))'],
  ["CHECK ((a <> 'a'::text))", "CHECK ((b <> 'a'::text))"],
  ['CHECK ((public.a(a) > (x.a)::a))', 'CHECK ((public.a(b) > (x.a)::a))'],
  ['USING btree (a, "a", "A")', 'USING btree (b, b, "A")'],
])('a column in %s', (text, expected) => {
  expect(renameColumnIn(text, 'a', 'b')).toBe(expected);
});

test('a column whose name has to be quoted', () => {
  expect(renameColumnIn('CHECK (("Weird; name" > 0))', 'Weird; name', 'select')).toBe('CHECK (("select" > 0))');
  expect(mentionsColumn('CHECK (("Weird; name" > 0))', 'Weird; name')).toBe(true);
  expect(mentionsColumn("CHECK ((b <> 'a'::text))", 'a')).toBe(false);
});

test('a relation with its schema', () => {
  expect(renameRelationIn(' REFERENCES public.people(people)', ['public', 'people'], ['public', 'New'])).toBe(
    ' REFERENCES public."New"(people)',
  );
  expect(renameRelationIn('a.b(a.c, b.a)', ['a', 'b'], ['New', 'b'])).toBe('"New".b(a.c, b.a)');
});

test('a column of the rows that a trigger sees', () => {
  const action =
    "FOR EACH ROW WHEN (((old.a > new.a) AND ((new.b).a = 'new.a'::text))) EXECUTE FUNCTION new.a('new.a')";
  expect(renameRowColumnIn(action, 'a', 'A')).toBe(
    `FOR EACH ROW WHEN (((old."A" > new."A") AND ((new.b).a = 'new.a'::text))) EXECUTE FUNCTION new.a('new.a')`,
  );
});

test.each([
  ["'x'::public.citext[]", "'x'::ext.citext[]"],
  [
    'CHECK ((a OPERATOR(public.<>) public.other(public.citext)))',
    'CHECK ((a OPERATOR(ext.<>) public.other(ext.citext)))',
  ],
  ["unaccent('public.unaccent'::regdictionary)", "unaccent('ext.unaccent'::regdictionary)"],
  ['x.public.citext, "public".citext', 'x.public.citext, ext.citext'],
])('what something brings along in %s', (text, expected) => {
  expect(renameBroughtIn(text, { names: ['<>', 'citext', 'unaccent'], from: ['public'], to: ['ext'] })).toBe(expected);
});
