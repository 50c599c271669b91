-- alter table:t
--   drop-column columns.id: `id` int NOT NULL AUTO_INCREMENT
--   drop-index indexes.PRIMARY: PRIMARY KEY (`id`)

-- ==== up ====
-- batch

-- 1. alter table t: drop the primary key, drop column id (alter table:t)
--    ! data-loss, drops-column: drops column t.id with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to drop the primary key: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP PRIMARY KEY,
  DROP COLUMN `id`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: drops column t.id with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column id, add a primary key (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy a primary key (id), which is unique
--    ! blocks-writes, blocks-writes: nobody can write to table t while it is built anew to add column id
ALTER TABLE `t`
  ADD COLUMN `id` int NOT NULL AUTO_INCREMENT FIRST,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
