-- alter table:users
--   rename-column columns.id: user_id → id

-- ==== up ====
-- batch, all or nothing

-- 1. rename column user_id to id in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.user_id to id: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "user_id" TO id;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column id to user_id in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.id to user_id: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "id" TO user_id;
