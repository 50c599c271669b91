-- alter table:users
--   change-comment columns.mail.comment: none → where 'letters' go

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL COMMENT 'where ''letters'' go',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=INSTANT;
