import type { Feature } from '../../features/feature.js';

/** Types of every sort. */
export const types: Readonly<Record<string, Feature>> = {
  extension: { forms: [['CREATE EXTENSION hstore'], ['CREATE EXTENSION hstore SCHEMA @os']] },
  schema: {
    forms: [
      ['CREATE SCHEMA "Th.ird"', 'CREATE TABLE "Th.ird"."end" (id integer PRIMARY KEY)'],
      ['CREATE SCHEMA "Th.ird"', 'COMMENT ON SCHEMA "Th.ird" IS \'three\''],
    ],
  },
  multirange: {
    since: 14,
    forms: [
      ['CREATE TYPE many AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = manies)'],
      ['CREATE TYPE many AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = "all")'],
    ],
  },
  mood: {
    forms: [
      ["CREATE TYPE @mood AS ENUM ('ok')"],
      ["CREATE TYPE @mood AS ENUM ('ok', 'sad')"],
      ["CREATE TYPE @mood AS ENUM ('new', 'ok', 'so ''so''', 'sad')"],
      ["CREATE TYPE @mood AS ENUM ('sad', 'ok')"],
    ],
  },
  dom: {
    needs: ['mood'],
    forms: [
      ["CREATE DOMAIN @dom AS @mood DEFAULT 'ok'"],
      ["CREATE DOMAIN @dom AS @mood NOT NULL DEFAULT 'ok'"],
      ["CREATE DOMAIN @dom AS @mood CONSTRAINT fine CHECK (VALUE IN ('ok')) DEFAULT 'ok'"],
      ["CREATE DOMAIN @dom AS text CONSTRAINT fine CHECK (VALUE <> 'bad') DEFAULT 'ok'"],
    ],
  },
  pair: {
    forms: [
      ['CREATE TYPE @pair AS (a integer)'],
      ['CREATE TYPE @pair AS (a integer, "b b" text)'],
      ['CREATE TYPE @pair AS ("b b" text, a bigint)'],
    ],
  },
  pairOfMood: {
    needs: ['mood'],
    forms: [['CREATE TYPE @os.deep AS (m @mood, n integer)'], ['CREATE TYPE @os.deep AS (m @mood[], n integer)']],
  },
  span: {
    forms: [['CREATE TYPE @span AS RANGE (SUBTYPE = integer)'], ['CREATE TYPE @span AS RANGE (SUBTYPE = bigint)']],
  },
  collation: {
    forms: [
      ["CREATE COLLATION @os.own (LC_COLLATE = 'C', LC_CTYPE = 'C')"],
      ["CREATE COLLATION @os.own (PROVIDER = icu, LOCALE = 'de')"],
    ],
  },
};
