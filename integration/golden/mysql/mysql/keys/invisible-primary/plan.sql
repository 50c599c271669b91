-- alter table:notes
--   add-column columns.my_row_id: `my_row_id` bigint unsigned NOT NULL INVISIBLE AUTO_INCREMENT
--   add-index indexes.PRIMARY: PRIMARY KEY (`my_row_id`)

-- ==== up ====
-- batch

-- 1. alter table notes: add column my_row_id, add a primary key (alter table:notes)
--    ! correctness, checks-rows: fails when rows of notes do not satisfy a primary key (my_row_id), which is unique
--    ! blocks-writes, blocks-writes: nobody can write to table notes while it is built anew to add column my_row_id
ALTER TABLE `notes`
  ADD COLUMN `my_row_id` bigint unsigned NOT NULL INVISIBLE AUTO_INCREMENT FIRST,
  ADD PRIMARY KEY (`my_row_id`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: drop the primary key, drop column my_row_id (alter table:notes)
--    ! data-loss, drops-column: drops column notes.my_row_id with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to drop the primary key: nobody can write to it meanwhile
ALTER TABLE `notes`
  DROP PRIMARY KEY,
  DROP COLUMN `my_row_id`,
  ALGORITHM=COPY,
  LOCK=SHARED;
