-- alter table:users
--   drop-column columns.mail: mail text

-- ==== up ====
-- batch

-- 1. drop mail from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
ALTER TABLE users DROP mail;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch

-- 1. add mail to table users (alter table:users)
ALTER TABLE users ADD mail text;
