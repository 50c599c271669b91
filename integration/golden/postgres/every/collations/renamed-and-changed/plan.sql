-- rename postgres/collation:New c from postgres/collation:c
-- alter postgres/collation:New c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- alter table:t
--   rename-column columns.b: a → b
--   drop-column columns.gone: gone text COLLATE public."New c"
--   change-collation columns.other.collation: public."New c" → none
-- drop table:u

-- ==== up ====
-- batch, all or nothing

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;

-- 2. rename collation c to New c (rename postgres/collation:New c)
--    ! correctness, breaks-clients: renames collation c to New c: statements that still say c fail from then on
ALTER COLLATION public.c RENAME TO "New c";

-- 3. make collation New c anew (alter postgres/collation:New c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation New c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public."New c" RENAME TO "_schema_sync_old_New c";
CREATE COLLATION public."New c" (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public."New c";
ALTER TABLE public.t ALTER COLUMN gone TYPE text COLLATE public."New c";
ALTER TABLE public.t ALTER COLUMN other TYPE text COLLATE public."New c";
DROP COLLATION public."_schema_sync_old_New c";

-- 4. rename column a to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO b;

-- 5. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 6. change the type of column other of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN other TYPE text;

-- The way down does not bring back:
--   drop table:u: drops table u with all of its rows
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. rename collation New c to c (rename postgres/collation:c)
--    ! correctness, breaks-clients: renames collation New c to c: statements that still say New c fail from then on
ALTER COLLATION public."New c" RENAME TO c;

-- 2. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 3. rename column b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- 4. change the type of column other of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN other TYPE text COLLATE public.c;

-- 5. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone text COLLATE public.c;

-- 6. create table u (create table:u)
CREATE TABLE public.u (
  a text COLLATE public.c
);
