-- alter table:users
--   change-property properties.comment: comment = 'old' → comment = ''

-- ==== up ====
-- batch

-- 1. change comment of table users (alter table:users)
ALTER TABLE users WITH comment = '';

-- ==== down ====
-- batch

-- 1. change comment of table users (alter table:users)
ALTER TABLE users WITH comment = 'old';
