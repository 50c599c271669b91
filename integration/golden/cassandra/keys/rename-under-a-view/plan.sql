-- alter table:users
--   rename-column columns.number: id → number

-- ==== up ====
-- batch

-- 1. rename id to number in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.id to number: statements that use the old name fail from then on
ALTER TABLE users RENAME id TO number;

-- ==== down ====
-- batch

-- 1. rename number to id in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.number to id: statements that use the old name fail from then on
ALTER TABLE users RENAME number TO id;
