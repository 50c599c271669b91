-- alter table:t
--   add-column columns.c: `c` int(11) NULL
--   change-type columns.a.type: varchar(10) → varchar(20)
--   change-comment comment: none → counted by hand
--   change-options options: stats_sample_pages=7 → stats_auto_recalc=0 stats_persistent=1

-- ==== up ====
-- batch

-- 1. alter table t: change column a, add column c (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) NULL,
  ADD COLUMN `c` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: change the comment, change stats_sample_pages, change stats_auto_recalc, change stats_persistent (alter table:t)
ALTER TABLE `t`
  COMMENT='counted by hand',
  STATS_SAMPLE_PAGES=DEFAULT,
  STATS_AUTO_RECALC=0,
  STATS_PERSISTENT=1,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column c, change column a, change the comment, change stats_auto_recalc, change stats_persistent, change stats_sample_pages (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
--    ! data-loss, converts-values: changes t.a from varchar(20) of utf8mb4 to varchar(10) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP COLUMN `c`,
  MODIFY COLUMN `a` varchar(10) NULL,
  COMMENT='',
  STATS_AUTO_RECALC=DEFAULT,
  STATS_PERSISTENT=DEFAULT,
  STATS_SAMPLE_PAGES=7,
  ALGORITHM=COPY,
  LOCK=SHARED;
