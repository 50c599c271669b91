-- create sqlite/virtual-table:notes_search
-- create trigger:notes_added

-- ==== up ====
-- batch, all or nothing

-- 1. create virtual table notes_search (create sqlite/virtual-table:notes_search)
CREATE VIRTUAL TABLE "notes_search" USING "fts5"(title, body, content = 'notes', content_rowid = 'id');
INSERT INTO "notes_search" ("notes_search") VALUES ('rebuild');

-- 2. create trigger notes_added (create trigger:notes_added)
CREATE TRIGGER "notes_added" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN
  INSERT INTO notes_search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger notes_added (drop trigger:notes_added)
--    ! correctness, drops-trigger: drops trigger notes_added: what it does AFTER INSERT on notes is not done any more, and no statement fails for want of it
DROP TRIGGER "notes_added";

-- 2. drop virtual table notes_search (drop sqlite/virtual-table:notes_search)
--    ! correctness, drops-full-text-index: drops the full-text index notes_search: searches in notes that use it fail from then on
DROP TABLE "notes_search";
