-- alter table:t
--   drop-column columns.b: `b` int NULL
--   add-column columns.c: `c` int NULL
--   add-column columns.w: `w` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL
--   drop-check checks.judged: CONSTRAINT `judged` CHECK ((`a` <> 9))

-- ==== up ====
-- batch

-- 1. alter table t: drop check judged, drop column b (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE `t`
  DROP CONSTRAINT `judged`,
  DROP COLUMN `b`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: add column w (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `w` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table t: add column c (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `c` int NULL,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: drop column c, drop column w, add column b, add check judged (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
--    ! correctness, checks-rows: fails when rows of t do not satisfy check judged ((`a` <> 9))
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add check judged: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP COLUMN `c`,
  DROP COLUMN `w`,
  ADD COLUMN `b` int NULL AFTER `a`,
  ADD CONSTRAINT `judged` CHECK ((`a` <> 9)),
  ALGORITHM=COPY,
  LOCK=SHARED;
