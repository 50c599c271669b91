-- rename schema:table\. from schema:we"ird Schéma

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema we"ird Schéma to table. (rename schema:table\.)
--    ! correctness, breaks-clients: renames schema we"ird Schéma to table.: statements that still say we"ird Schéma fail from then on
ALTER SCHEMA "we""ird Schéma" RENAME TO "table.";

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema table. to we"ird Schéma (rename schema:we"ird Schéma)
--    ! correctness, breaks-clients: renames schema table. to we"ird Schéma: statements that still say table. fail from then on
ALTER SCHEMA "table." RENAME TO "we""ird Schéma";
