-- alter table:users
--   drop-column columns.mail: mail text
--   add-column columns.age: age int

-- ==== up ====
-- batch

-- 1. drop mail from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
ALTER TABLE users DROP mail;
-- batch

-- 2. add age to table users (alter table:users)
ALTER TABLE users ADD age int;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch

-- 1. drop age from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
ALTER TABLE users DROP age;
-- batch

-- 2. add mail to table users (alter table:users)
ALTER TABLE users ADD mail text;
