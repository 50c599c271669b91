-- create index:users_by_email
-- create table:users

-- ==== up ====
-- batch, all or nothing

-- 1. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "email" TEXT NOT NULL,
  "created_at" TEXT DEFAULT CURRENT_TIMESTAMP
);

-- 2. create index users_by_email (create index:users_by_email)
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";
