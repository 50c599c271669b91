-- alter table:users
--   drop-column columns.age: age int
--   drop-column columns.mail: mail text
--   drop-column columns.tags: tags set<text>

-- ==== up ====
-- batch

-- 1. drop age, mail and tags from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.tags with all of its values [irreversible]
ALTER TABLE users DROP (age, mail, tags);

-- The way down does not bring back:
--   alter table:users: drops column users.age with all of its values
--   alter table:users: drops column users.mail with all of its values
--   alter table:users: drops column users.tags with all of its values

-- ==== down ====
-- batch

-- 1. add age, mail and tags to table users (alter table:users)
ALTER TABLE users ADD (age int, mail text, tags set<text>);
