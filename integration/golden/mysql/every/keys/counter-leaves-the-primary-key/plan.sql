-- alter table:t
--   add-index indexes.ids: UNIQUE KEY `ids` (`id`)
--   change-index indexes.PRIMARY: PRIMARY KEY (`id`) → PRIMARY KEY (`x`)

-- ==== up ====
-- batch

-- 1. alter table t: replace the primary key, add index ids (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (x), which is unique
--    ! correctness, checks-rows: fails when rows of t do not satisfy index ids (id), which is unique
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `t`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`x`),
  ADD UNIQUE KEY `ids` (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop index ids, replace the primary key (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (id), which is unique
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `t`
  DROP INDEX `ids`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
