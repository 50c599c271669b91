-- alter table:notes
--   add-column columns.at: "at" INTEGER

-- ==== up ====
-- batch, all or nothing

-- 1. add column notes.at (alter table:notes)
ALTER TABLE "notes" ADD COLUMN "at" INTEGER;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger follows (replace trigger:follows)
DROP TRIGGER "follows";

-- 2. drop view lost (replace view:lost)
DROP VIEW "lost";

-- 3. drop column notes.at (alter table:notes)
--    ! data-loss, drops-column: drops column notes.at with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of notes again
ALTER TABLE "notes" DROP COLUMN "at";

-- 4. create trigger follows (replace trigger:follows)
CREATE TRIGGER "follows" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN DELETE FROM gone; END;

-- 5. create view lost (replace view:lost)
CREATE VIEW "lost" AS
SELECT missing FROM gone;
