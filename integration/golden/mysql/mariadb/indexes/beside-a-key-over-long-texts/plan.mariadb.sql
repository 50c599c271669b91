-- alter table:words
--   add-column columns.spoken: `spoken` date NULL
--   change-default columns.size.default: none → 4
--   change-comment columns.size.comment: none → of it
--   add-index indexes.size: KEY `size` (`size`)

-- ==== up ====
-- batch

-- 1. alter table words: change column size, add column spoken, add index size (alter table:words)
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `words`
  MODIFY COLUMN `size` int(11) NULL DEFAULT 4 COMMENT 'of it',
  ADD COLUMN `spoken` date NULL,
  ADD KEY `size` (`size`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table words: drop index size, drop column spoken, change column size (alter table:words)
--    ! data-loss, drops-column: drops column words.spoken with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to drop index size: nobody can write to it meanwhile
ALTER TABLE `words`
  DROP INDEX `size`,
  DROP COLUMN `spoken`,
  MODIFY COLUMN `size` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
