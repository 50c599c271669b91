CREATE TYPE mood AS ENUM ('ok', 'sad', 'mad');
CREATE TYPE "other Möod" AS ENUM ('mad', 'sad');
CREATE DOMAIN strict AS mood;
CREATE TABLE t (
  id int PRIMARY KEY,
  s mood NOT NULL DEFAULT 'mad',
  "a list" mood[],
  strict strict,
  other mood,
  one mood[],
  kept mood
);
CREATE INDEX t_s ON t (s) WHERE s <> 'ok';
CREATE INDEX t_other ON t (other);
CREATE TABLE leads (s mood, n int) PARTITION BY LIST (n);
CREATE TABLE one PARTITION OF leads FOR VALUES IN (1);
