import { writeDocuments } from '@sync/core';
import { expect, test } from 'vitest';
import driver from '../src/index.js';
import { catalogueOf } from './catalogue.js';

const plain = `CREATE TABLE public.users (
	id UUID NOT NULL DEFAULT gen_random_uuid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	UNIQUE INDEX users_mail_key (mail ASC),
	INDEX users_by_age (age DESC) STORING (mail) WHERE age > 18:::INT8,
	INDEX users_sharded (mail ASC) USING HASH WITH (bucket_count=8),
	CONSTRAINT grown CHECK (age > 0:::INT8)
);`;

const table = (lines: string, tail = '') => `CREATE TABLE public.t (
	id INT8 NOT NULL,${lines}
	CONSTRAINT t_pkey PRIMARY KEY (id ASC)
)${tail};`;

test('documents are written with keys and indexes, and what they cannot say is told', () => {
  const { files, uncovered } = writeDocuments(catalogueOf(plain), driver);
  expect(files.map(({ path }) => path)).toEqual(['tables/users.yaml']);
  const text = files[0]?.text ?? '';
  expect(text).toMatch(/primaryKey:\s+- id/);
  expect(text).toMatch(/name: users_mail_key/);
  expect(text).toMatch(/include:\s+- mail/);
  expect(text).toMatch(/where: age > 18:::INT8/);
  expect(uncovered.map(({ name }) => name)).toEqual(['users_sharded']);
});

test.each([
  ['a family', table('\n\ta INT8 NULL,\n\tFAMILY f (id),\n\tFAMILY g (a),')],
  ['row-level TTL', table('', " WITH (ttl = 'on', ttl_expire_after = '00:10:00':::INTERVAL)")],
  ['a locality', table('', ' LOCALITY GLOBAL')],
  ['a hidden column', table('\n\ta INT8 NOT VISIBLE NULL,')],
  ['a collation', table('\n\ta STRING COLLATE de NULL,')],
  ['ON UPDATE', table('\n\ta TIMESTAMPTZ NULL ON UPDATE now():::TIMESTAMPTZ,')],
  ['an identity', table('\n\ta INT8 NOT NULL GENERATED ALWAYS AS IDENTITY,')],
])('a table with %s is not written without it', (_, text) => {
  const { files, uncovered } = writeDocuments(catalogueOf(text), driver);
  expect(files).toEqual([]);
  expect(uncovered.map(({ address }) => address)).toContain('table:t');
});
