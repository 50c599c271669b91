-- alter table:users
--   add-column columns.mail: mail text

-- ==== up ====
-- batch

-- 1. add mail to table users (alter table:users)
ALTER TABLE users ADD mail text;

-- ==== down ====
-- batch

-- 1. drop mail from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
ALTER TABLE users DROP mail;
