-- alter table:c
--   add-column columns.b: `b` int(11) NULL
--   drop-index indexes.k: KEY `k` (`a`)
--   add-index indexes.wider: KEY `wider` (`a`, `b`)
-- alter table:p
--   add-column columns.m: `m` int(11) NULL
--   drop-index indexes.by_n: UNIQUE KEY `by_n` (`n`)
--   add-index indexes.by_other: UNIQUE KEY `by_other` (`n`) COMMENT 'c'

-- ==== up ====
-- batch

-- 1. alter table p: add column m (alter table:p)
ALTER TABLE `p`
  ADD COLUMN `m` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table p: drop index by_n, add index by_other (alter table:p)
--    ! correctness, checks-rows: fails when rows of p do not satisfy index by_other (n), which is unique
ALTER TABLE `p`
  DROP INDEX `by_n`,
  ADD UNIQUE KEY `by_other` (`n`) COMMENT 'c',
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table c: add column b (alter table:c)
ALTER TABLE `c`
  ADD COLUMN `b` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 4. alter table c: drop index k, add index wider (alter table:c)
ALTER TABLE `c`
  DROP INDEX `k`,
  ADD KEY `wider` (`a`, `b`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table p: drop column m (alter table:p)
--    ! data-loss, drops-column: drops column p.m with all of its values [irreversible]
ALTER TABLE `p`
  DROP COLUMN `m`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table p: drop index by_other, add index by_n (alter table:p)
--    ! correctness, checks-rows: fails when rows of p do not satisfy index by_n (n), which is unique
ALTER TABLE `p`
  DROP INDEX `by_other`,
  ADD UNIQUE KEY `by_n` (`n`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table c: drop column b, drop index wider, add index k (alter table:c)
--    ! data-loss, drops-column: drops column c.b with all of its values [irreversible]
ALTER TABLE `c`
  DROP COLUMN `b`,
  DROP INDEX `wider`,
  ADD KEY `k` (`a`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
