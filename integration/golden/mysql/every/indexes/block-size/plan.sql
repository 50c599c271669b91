-- alter table:notes
--   change-index indexes.authors: KEY `authors` (`author`) → KEY `authors` (`author`) KEY_BLOCK_SIZE=4096
--   change-index indexes.titles: KEY `titles` (`title`) KEY_BLOCK_SIZE=4096 → KEY `titles` (`title`)

-- ==== up ====
-- batch

-- 1. alter table notes: replace index authors, replace index titles (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to replace index authors: nobody can write to it meanwhile
ALTER TABLE `notes`
  DROP INDEX `authors`,
  ADD KEY `authors` (`author`) KEY_BLOCK_SIZE=4096,
  DROP INDEX `titles`,
  ADD KEY `titles` (`title`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: replace index authors, replace index titles (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to replace index authors: nobody can write to it meanwhile
ALTER TABLE `notes`
  DROP INDEX `authors`,
  ADD KEY `authors` (`author`),
  DROP INDEX `titles`,
  ADD KEY `titles` (`title`) KEY_BLOCK_SIZE=4096,
  ALGORITHM=COPY,
  LOCK=SHARED;
