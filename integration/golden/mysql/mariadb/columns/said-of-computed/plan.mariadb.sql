-- alter table:t
--   change-visibility columns.b.invisible: none → true
--   change-comment columns.b.comment: none → one more
--   change-visibility columns.c.invisible: none → true
--   change-comment columns.c.comment: none → two more

-- ==== up ====
-- batch

-- 1. alter table t: change column b, change column c (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column b: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `b` int(11) GENERATED ALWAYS AS (`a` + 1) STORED INVISIBLE COMMENT 'one more',
  MODIFY COLUMN `c` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL INVISIBLE COMMENT 'two more',
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column b, change column c (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column b: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `b` int(11) GENERATED ALWAYS AS (`a` + 1) STORED,
  MODIFY COLUMN `c` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
