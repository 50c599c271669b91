-- create index:comes
-- drop index:goes
-- rename postgres/materialized-view:New m from postgres/materialized-view:m
-- alter postgres/materialized-view:New m
--   rename-column columns.I d: id → I d
--   rename-column columns.a: x → a
--   change-options options: ["autovacuum_enabled=false","fillfactor=70"] → ["fillfactor=80"]

-- ==== up ====
-- batch, all or nothing

-- 1. drop index goes (drop index:goes)
--    ! slow, drops-index: drops index goes: queries that used it read all of table m from then on
DROP INDEX public.goes;

-- 2. rename materialized view m to New m (rename postgres/materialized-view:New m)
--    ! correctness, breaks-clients: renames materialized view m to New m: statements that still say m fail from then on
ALTER MATERIALIZED VIEW public.m RENAME TO "New m";

-- 3. rename column id to I d of materialized view New m (alter postgres/materialized-view:New m)
--    ! correctness, breaks-clients: renames column New m.id to I d: statements that still say New m.id fail from then on
ALTER MATERIALIZED VIEW public."New m" RENAME COLUMN id TO "I d";

-- 4. rename column x to a of materialized view New m (alter postgres/materialized-view:New m)
--    ! correctness, breaks-clients: renames column New m.x to a: statements that still say New m.x fail from then on
ALTER MATERIALIZED VIEW public."New m" RENAME COLUMN x TO a;

-- 5. change the storage parameters of materialized view New m (alter postgres/materialized-view:New m)
ALTER MATERIALIZED VIEW public."New m" SET (fillfactor=80);
ALTER MATERIALIZED VIEW public."New m" RESET (autovacuum_enabled);

-- 6. create index comes (create index:comes)
--    ! blocks-writes, builds-index: builds an index over table New m; nobody writes to it meanwhile
CREATE INDEX comes ON public."New m" USING hash (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index comes (drop index:comes)
--    ! slow, drops-index: drops index comes: queries that used it read all of table New m from then on
DROP INDEX public.comes;

-- 2. rename materialized view New m to m (rename postgres/materialized-view:m)
--    ! correctness, breaks-clients: renames materialized view New m to m: statements that still say New m fail from then on
ALTER MATERIALIZED VIEW public."New m" RENAME TO m;

-- 3. rename column I d to id of materialized view m (alter postgres/materialized-view:m)
--    ! correctness, breaks-clients: renames column m.I d to id: statements that still say m.I d fail from then on
ALTER MATERIALIZED VIEW public.m RENAME COLUMN "I d" TO id;

-- 4. rename column a to x of materialized view m (alter postgres/materialized-view:m)
--    ! correctness, breaks-clients: renames column m.a to x: statements that still say m.a fail from then on
ALTER MATERIALIZED VIEW public.m RENAME COLUMN a TO x;

-- 5. change the storage parameters of materialized view m (alter postgres/materialized-view:m)
ALTER MATERIALIZED VIEW public.m SET (autovacuum_enabled=false, fillfactor=70);

-- 6. create index goes (create index:goes)
--    ! blocks-writes, builds-index: builds an index over table m; nobody writes to it meanwhile
CREATE INDEX goes ON public.m USING btree (id);
