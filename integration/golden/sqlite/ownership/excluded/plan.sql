-- alter table:users
--   add-column columns.email: "email" TEXT
-- left alone: index tmp_import_by_line: excluded by tmp_*
-- left alone: table tmp_import: excluded by tmp_*
-- left alone: table tmp_other: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";
