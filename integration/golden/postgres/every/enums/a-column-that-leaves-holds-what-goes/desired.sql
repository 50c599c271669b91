CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TYPE "other Möod" AS ENUM ('mad', 'sad');
CREATE DOMAIN strict AS mood;
CREATE TABLE t (
  id int PRIMARY KEY,
  s text NOT NULL DEFAULT 'mad',
  "a list" text[],
  strict varchar(10),
  other "other Möod",
  one text,
  kept mood
);
CREATE INDEX t_s ON t (s) WHERE s <> 'ok';
CREATE INDEX t_other ON t (other);
CREATE TABLE leads (s text, n int) PARTITION BY LIST (n);
CREATE TABLE one PARTITION OF leads FOR VALUES IN (1);
