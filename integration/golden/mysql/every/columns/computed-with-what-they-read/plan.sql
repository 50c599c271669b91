-- alter table:t
--   drop-column columns.b: `b` int NULL
--   drop-column columns.v: `v` int GENERATED ALWAYS AS (`b`) VIRTUAL
--   drop-column columns.w: `w` int GENERATED ALWAYS AS ((`v` + 1)) VIRTUAL

-- ==== up ====
-- batch

-- 1. alter table t: drop column w (alter table:t)
ALTER TABLE `t`
  DROP COLUMN `w`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: drop column v (alter table:t)
ALTER TABLE `t`
  DROP COLUMN `v`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table t: drop column b (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `b`,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column b (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `b` int NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: add column v (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `v` int GENERATED ALWAYS AS (`b`) VIRTUAL AFTER `id`,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table t: add column w (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `w` int GENERATED ALWAYS AS ((`v` + 1)) VIRTUAL,
  ALGORITHM=INSTANT;
