-- alter table:schema_migrations
--   add-column columns.applied_at: "applied_at" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column schema_migrations.applied_at (alter table:schema_migrations)
ALTER TABLE "schema_migrations" ADD COLUMN "applied_at" TEXT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column schema_migrations.applied_at (alter table:schema_migrations)
--    ! data-loss, drops-column: drops column schema_migrations.applied_at with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of schema_migrations again
ALTER TABLE "schema_migrations" DROP COLUMN "applied_at";
