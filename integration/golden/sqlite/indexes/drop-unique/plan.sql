-- drop index:by_email
-- drop index:by_email_in_lower_case
-- drop index:by_key
-- drop index:by_nick
-- alter table:users
--   drop-column columns.nick: "nick" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_email (drop index:by_email)
--    ! correctness, ends-guarantee: rows of users can have the same "email" from then on
DROP INDEX "by_email";

-- 2. drop index by_email_in_lower_case (drop index:by_email_in_lower_case)
--    ! correctness, ends-guarantee: rows of users can, where gone = 0, have the same lower(email) from then on
DROP INDEX "by_email_in_lower_case";

-- 3. drop index by_key (drop index:by_key)
DROP INDEX "by_key";

-- 4. drop index by_nick (drop index:by_nick)
DROP INDEX "by_nick";

-- 5. drop column users.nick (alter table:users)
--    ! data-loss, drops-column: drops column users.nick with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "nick";

-- The way down does not bring back:
--   alter table:users: drops column users.nick with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.nick (alter table:users)
ALTER TABLE "users" ADD COLUMN "nick" TEXT;

-- 2. create index by_email (create index:by_email)
--    ! correctness, adds-unique: fails when two rows of users have the same "email"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "by_email" ON "users" ("email");

-- 3. create index by_email_in_lower_case (create index:by_email_in_lower_case)
--    ! correctness, adds-unique: fails when two rows of users have the same lower(email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "by_email_in_lower_case" ON "users" (lower(email))
WHERE gone = 0;

-- 4. create index by_key (create index:by_key)
--    ! correctness, adds-unique: fails when two rows of users have the same "id", "gone"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "by_key" ON "users" ("id", "gone");

-- 5. create index by_nick (create index:by_nick)
--    ! correctness, adds-unique: fails when two rows of users have the same "nick"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "by_nick" ON "users" ("nick");
