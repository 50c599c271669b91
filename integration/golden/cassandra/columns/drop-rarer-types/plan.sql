-- alter table:users
--   drop-column columns.a: a frozen<tuple<int, text>>
--   drop-column columns.b: b frozen<set<text>>
--   drop-column columns.c: c duration
--   drop-column columns.d: d map<text, frozen<list<int>>>

-- ==== up ====
-- batch

-- 1. drop a, b, c and d from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.a with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.b with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.c with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.d with all of its values [irreversible]
ALTER TABLE users DROP (a, b, c, d);

-- The way down does not bring back:
--   alter table:users: drops column users.a with all of its values
--   alter table:users: drops column users.b with all of its values
--   alter table:users: drops column users.c with all of its values
--   alter table:users: drops column users.d with all of its values

-- ==== down ====
-- batch

-- 1. add a, b, c and d to table users (alter table:users)
ALTER TABLE users ADD (a frozen<tuple<int, text>>, b frozen<set<text>>, c duration, d map<text, frozen<list<int>>>);
