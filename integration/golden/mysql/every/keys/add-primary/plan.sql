-- alter table:t
--   add-index indexes.PRIMARY: PRIMARY KEY (`id`)

-- ==== up ====
-- batch

-- 1. alter table t: add a primary key (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (id), which is unique
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to add a primary key; others can go on reading and writing
ALTER TABLE `t`
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop the primary key (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to drop the primary key: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP PRIMARY KEY,
  ALGORITHM=COPY,
  LOCK=SHARED;
