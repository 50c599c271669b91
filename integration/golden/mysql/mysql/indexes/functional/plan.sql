-- alter table:users
--   add-index indexes.loud: KEY `loud` ((upper(`mail`)))

-- ==== up ====
-- batch

-- 1. alter table users: add index loud (alter table:users)
--    ! blocks-writes, blocks-writes: nobody can write to table users while the server has to add index loud
ALTER TABLE `users`
  ADD KEY `loud` ((upper(`mail`))),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop index loud (alter table:users)
ALTER TABLE `users`
  DROP INDEX `loud`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
