-- alter table:letters
--   add-index indexes.PRIMARY: PRIMARY KEY (`id`)
-- alter table:notes
--   change-options options: row_format=COMPACT → 
-- alter table:pages
--   add-column columns.year: `year` int(11) NULL
--   change-options options: row_format=COMPACT → 

-- ==== up ====
-- batch

-- 1. alter table letters: add a primary key (alter table:letters)
--    ! correctness, checks-rows: fails when rows of letters do not satisfy a primary key (id), which is unique
--    ! blocks-writes, blocks-writes: nobody can write to table letters while it is built anew to add a primary key
ALTER TABLE `letters`
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 2. alter table notes: change row_format (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while it is built anew to change row_format
ALTER TABLE `notes`
  ROW_FORMAT=DEFAULT,
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 3. alter table pages: add column year, change row_format (alter table:pages)
--    ! blocks-writes, copies-table: copies table pages row by row into a new one, because there is no other way to add column year: nobody can write to it meanwhile
ALTER TABLE `pages`
  ADD COLUMN `year` int(11) NULL AFTER `title`,
  ROW_FORMAT=DEFAULT,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table letters: drop the primary key (alter table:letters)
--    ! blocks-writes, copies-table: copies table letters row by row into a new one, because there is no other way to drop the primary key: nobody can write to it meanwhile
ALTER TABLE `letters`
  DROP PRIMARY KEY,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table notes: change row_format (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while it is built anew to change row_format
ALTER TABLE `notes`
  ROW_FORMAT=COMPACT,
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 3. alter table pages: drop column year, change row_format (alter table:pages)
--    ! data-loss, drops-column: drops column pages.year with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table pages row by row into a new one, because there is no other way to drop column year: nobody can write to it meanwhile
ALTER TABLE `pages`
  DROP COLUMN `year`,
  ROW_FORMAT=COMPACT,
  ALGORITHM=COPY,
  LOCK=SHARED;
