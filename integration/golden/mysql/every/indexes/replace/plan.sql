-- alter table:users
--   change-index indexes.by_mail: KEY `by_mail` (`mail`) → KEY `by_mail` (`mail`, `id`)

-- ==== up ====
-- batch

-- 1. alter table users: replace index by_mail (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_mail`,
  ADD KEY `by_mail` (`mail`, `id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: replace index by_mail (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_mail`,
  ADD KEY `by_mail` (`mail`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
