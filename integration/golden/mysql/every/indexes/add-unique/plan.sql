-- alter table:users
--   add-index indexes.by_mail: UNIQUE KEY `by_mail` (`mail`)

-- ==== up ====
-- batch

-- 1. alter table users: add index by_mail (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy index by_mail (mail), which is unique
ALTER TABLE `users`
  ADD UNIQUE KEY `by_mail` (`mail`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: drop index by_mail (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_mail`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
