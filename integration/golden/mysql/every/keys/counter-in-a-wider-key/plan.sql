-- alter table:t
--   change-index indexes.PRIMARY: PRIMARY KEY (`id`) → PRIMARY KEY (`id`, `x`)

-- ==== up ====
-- batch

-- 1. alter table t: replace the primary key (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (id, x), which is unique
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `t`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`, `x`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: replace the primary key (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (id), which is unique
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `t`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
