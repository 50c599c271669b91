-- alter table:users
--   change-index indexes.by_tag: KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as unsigned array))) → KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as signed array)))

-- ==== up ====
-- batch

-- 1. alter table users: drop index by_tag (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_tag`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: replace index by_tag (alter table:users)
--    ! blocks-writes, blocks-writes: nobody can write to table users while the server has to replace index by_tag
ALTER TABLE `users`
  ADD KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as signed array))),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop index by_tag (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_tag`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: replace index by_tag (alter table:users)
--    ! blocks-writes, blocks-writes: nobody can write to table users while the server has to replace index by_tag
ALTER TABLE `users`
  ADD KEY `by_tag` ((cast(json_extract(`facts`,'$.tags') as unsigned array))),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
