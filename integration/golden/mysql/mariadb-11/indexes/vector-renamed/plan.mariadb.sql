-- alter table:notes
--   drop-index indexes.near: VECTOR KEY `near` (`place`) `distance`=cosine
--   add-index indexes.by_place: VECTOR KEY `by_place` (`place`) `distance`=cosine

-- ==== up ====
-- batch

-- 1. alter table notes: rename index near to by_place (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to rename index near to by_place: nobody can write to it meanwhile
ALTER TABLE `notes`
  RENAME INDEX `near` TO `by_place`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: rename index by_place to near (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to rename index by_place to near: nobody can write to it meanwhile
ALTER TABLE `notes`
  RENAME INDEX `by_place` TO `near`,
  ALGORITHM=COPY,
  LOCK=SHARED;
