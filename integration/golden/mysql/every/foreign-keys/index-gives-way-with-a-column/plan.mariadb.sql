-- alter table:c
--   drop-column columns.b: `b` int(11) NULL
--   drop-index indexes.k: KEY `k` (`a`, `b`)
--   add-index indexes.narrower: KEY `narrower` (`a`)

-- ==== up ====
-- batch

-- 1. alter table c: drop column b, drop index k, add index narrower (alter table:c)
--    ! data-loss, drops-column: drops column c.b with all of its values [irreversible]
ALTER TABLE `c`
  DROP COLUMN `b`,
  DROP INDEX `k`,
  ADD KEY `narrower` (`a`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- The way down does not bring back:
--   alter table:c: drops column c.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table c: add column b (alter table:c)
ALTER TABLE `c`
  ADD COLUMN `b` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table c: drop index narrower, add index k (alter table:c)
ALTER TABLE `c`
  DROP INDEX `narrower`,
  ADD KEY `k` (`a`, `b`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
