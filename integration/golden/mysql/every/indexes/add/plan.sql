-- alter table:users
--   add-index indexes.by_mail: KEY `by_mail` (`mail`(10), `id`)

-- ==== up ====
-- batch

-- 1. alter table users: add index by_mail (alter table:users)
ALTER TABLE `users`
  ADD KEY `by_mail` (`mail`(10), `id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: drop index by_mail (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_mail`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
