-- alter table:users
--   change-index indexes.by_mail: KEY `by_mail` (`mail`) → KEY `by_mail` (`mail`) INVISIBLE

-- ==== up ====
-- batch

-- 1. alter table users: have no query use index by_mail (alter table:users)
ALTER TABLE `users`
  ALTER INDEX `by_mail` INVISIBLE,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: have queries use index by_mail (alter table:users)
ALTER TABLE `users`
  ALTER INDEX `by_mail` VISIBLE,
  ALGORITHM=INPLACE,
  LOCK=NONE;
