-- alter table:users
--   change-comment comment: none → the \ and 'the'

-- ==== up ====
-- batch

-- 1. alter table users: change the comment (alter table:users)
ALTER TABLE `users`
  COMMENT='the \\ and ''the''',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change the comment (alter table:users)
ALTER TABLE `users`
  COMMENT='',
  ALGORITHM=INSTANT;
