-- alter table:users
--   change-property properties.comment: comment = '' → comment = 'who it''s of'

-- ==== up ====
-- batch

-- 1. change comment of table users (alter table:users)
ALTER TABLE users WITH comment = 'who it''s of';

-- ==== down ====
-- batch

-- 1. change comment of table users (alter table:users)
ALTER TABLE users WITH comment = '';
