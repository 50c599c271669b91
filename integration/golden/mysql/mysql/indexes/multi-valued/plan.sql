-- alter table:users
--   add-index indexes.by_tag: KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as unsigned array)))
--   add-index indexes.by_zip: UNIQUE KEY `by_zip` (`id`, (cast(json_extract(`facts`,'$.zip') as char(9) array)))

-- ==== up ====
-- batch

-- 1. alter table users: add index by_tag, add index by_zip (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy index by_zip (id, cast(json_extract(`facts`,'$.zip') as char(9) array)), which is unique
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add index by_zip: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as unsigned array))),
  ADD UNIQUE KEY `by_zip` (`id`, (cast(json_extract(`facts`,'$.zip') as char(9) array))),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop index by_tag, drop index by_zip (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to drop index by_zip: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP INDEX `by_tag`,
  DROP INDEX `by_zip`,
  ALGORITHM=COPY,
  LOCK=SHARED;
