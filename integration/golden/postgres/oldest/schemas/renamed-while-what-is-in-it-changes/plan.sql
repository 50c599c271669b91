-- rename index:b.by_value from index:a.by_v
-- create postgres/constraint:b.comes.comes_id_fkey
-- alter postgres/enum:b.mood
--   add-value labels.wild: wild
-- rename schema:b from schema:a
-- drop table:a.goes
-- create table:b.comes
-- alter table:b.stays
--   change-type columns.v.type: integer → bigint
--   add-column columns.w: w text
-- alter table:beside
--   add-column columns.more: more b.mood
-- alter view:b.over
--   add-column columns.v: v bigint
--   change-query select:  SELECT stays.id\n   FROM a.stays; →  SELECT stays.id,\n    stays.v\n   FROM b.stays;

-- ==== up ====
-- batch, all or nothing

-- 1. drop table a.goes (drop table:a.goes)
--    ! data-loss, drops-table: drops table a.goes with all of its rows [irreversible]
DROP TABLE a.goes;

-- 2. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;
-- batch

-- 3. add value wild to enum b.mood (alter postgres/enum:b.mood)
ALTER TYPE b.mood ADD VALUE 'wild';
-- batch, all or nothing

-- 4. create table b.comes (create table:b.comes)
CREATE TABLE b.comes (
  id integer
);

-- 5. change the type of column v of table b.stays (alter table:b.stays)
--    ! blocks-reads, rewrites-table: writes table b.stays again, because b.stays.v becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE b.stays ALTER COLUMN v TYPE bigint USING v::bigint;

-- 6. add column w of table b.stays (alter table:b.stays)
ALTER TABLE b.stays ADD COLUMN w text;

-- 7. rename index b.by_v to b.by_value (rename index:b.by_value)
ALTER INDEX b.by_v RENAME TO by_value;

-- 8. add foreign key comes_id_fkey to table b.comes (create postgres/constraint:b.comes.comes_id_fkey)
ALTER TABLE b.comes ADD CONSTRAINT comes_id_fkey FOREIGN KEY (id) REFERENCES b.stays(id);

-- 9. add column more of table beside (alter table:beside)
ALTER TABLE public.beside ADD COLUMN more b.mood;

-- 10. change the query of view b.over (alter view:b.over)
CREATE OR REPLACE VIEW b.over (id, v) AS
 SELECT stays.id,
    stays.v
   FROM b.stays;

-- The way down does not bring back:
--   drop table:a.goes: drops table a.goes with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table b.comes (drop table:b.comes)
--    ! data-loss, drops-table: drops table b.comes with all of its rows [irreversible]
DROP TABLE b.comes;

-- 2. drop view b.over (replace view:a.over)
DROP VIEW b.over;

-- 3. rename schema b to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO a;

-- 4. make enum a.mood anew (alter postgres/enum:a.mood)
--    ! blocks-reads, rewrites-table: writes table beside again, because the enum a.mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes beside.m from enum a.mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of beside still hold a value in m that goes from the enum a.mood
SELECT m AS value, count(*) AS rows FROM public.beside WHERE m::text IN ('wild') GROUP BY 1;
ALTER TYPE a.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE a.mood AS ENUM ('calm');
ALTER TABLE public.beside ALTER COLUMN m TYPE a.mood USING m::text::a.mood;
ALTER TABLE public.beside ALTER COLUMN more TYPE text USING more::text;
DROP TYPE a._schema_sync_old_mood;

-- 5. create table a.goes (create table:a.goes)
CREATE TABLE a.goes (
  id integer
);

-- 6. drop column w of table a.stays (alter table:a.stays)
--    ! data-loss, drops-column: drops column a.stays.w with all of its values [irreversible]
ALTER TABLE a.stays DROP COLUMN w;

-- 7. change the type of column v of table a.stays (alter table:a.stays)
--    ! blocks-reads, scans-table: reads all of table a.stays for values of v that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table a.stays again, because a.stays.v becomes integer; nobody reads or writes it meanwhile
ALTER TABLE a.stays ALTER COLUMN v TYPE integer USING v::integer;

-- 8. rename index a.by_value to a.by_v (rename index:a.by_v)
ALTER INDEX a.by_value RENAME TO by_v;

-- 9. drop column more of table beside (alter table:beside)
--    ! data-loss, drops-column: drops column beside.more with all of its values [irreversible]
ALTER TABLE public.beside DROP COLUMN more;

-- 10. create view a.over (replace view:a.over)
CREATE VIEW a.over (id) AS
 SELECT stays.id
   FROM a.stays;
