-- drop postgres/enum:s.e
-- drop postgres/function:s.f()
-- rename schema:b from schema:s
-- rename schema:s from schema:b
-- alter table:b.t
--   drop-parent parents.b.above: b.above
--   change-type columns.e.type: s.e → text
--   change-default columns.more.default: b.f() → none
-- drop table:s.above
-- drop table:s.goes
-- alter table:s.t
--   change-default columns.id.default: b.f() → none
-- drop view:b.over

-- ==== up ====
-- batch, all or nothing

-- 1. drop view b.over (drop view:b.over)
--    ! correctness, drops-view: drops view b.over: statements that use it fail from then on
DROP VIEW b.over;

-- 2. drop table s.goes (drop table:s.goes)
--    ! data-loss, drops-table: drops table s.goes with all of its rows [irreversible]
DROP TABLE s.goes;

-- 3. rename schema s to _schema_sync_aside_1 (rename schema:b)
ALTER SCHEMA s RENAME TO _schema_sync_aside_1;

-- 4. rename schema b to s (rename schema:s)
--    ! correctness, breaks-clients: renames schema b to s: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO s;

-- 5. rename schema _schema_sync_aside_1 to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema s to b: statements that still say s fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO b;

-- 6. leave the table above of table b.t (alter table:b.t)
--    ! correctness, hides-rows: takes table b.t out of table b.above: who reads, changes or counts the rows of b.above does not find those of b.t any more, and no statement fails
--    ! correctness, defines-itself: leaves table b.t with what it had from table b.above alone (id, e) as its own: should it inherit that again, it keeps it all the same where b.above drops it [irreversible]
ALTER TABLE b.t NO INHERIT b.above;

-- 7. change the type of column e of table b.t (alter table:b.t)
--    ! blocks-reads, rewrites-table: writes table b.t again, because b.t.e becomes text; nobody reads or writes it meanwhile
ALTER TABLE b.t ALTER COLUMN e TYPE text USING e::text;

-- 8. change the default of column more of table b.t (alter table:b.t)
ALTER TABLE b.t ALTER COLUMN more DROP DEFAULT;

-- 9. drop table b.above (drop table:s.above)
--    ! data-loss, drops-table: drops table b.above with all of its rows [irreversible]
DROP TABLE b.above;

-- 10. drop enum b.e (drop postgres/enum:s.e)
--    ! correctness, drops-type: drops enum b.e: statements that name it fail from then on, casts among them
DROP TYPE b.e;

-- 11. change the default of column id of table s.t (alter table:s.t)
ALTER TABLE s.t ALTER COLUMN id DROP DEFAULT;

-- 12. drop function b.f() (drop postgres/function:s.f())
--    ! correctness, drops-routine: drops function b.f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION b.f();

-- The way down does not bring back:
--   drop table:s.goes: drops table s.goes with all of its rows
--   alter table:b.t: leaves table b.t with what it had from table b.above alone (id, e) as its own: should it inherit that again, it keeps it all the same where b.above drops it
--   drop table:s.above: drops table b.above with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. rename schema s to _schema_sync_aside_1 (rename schema:b)
ALTER SCHEMA s RENAME TO _schema_sync_aside_1;

-- 2. rename schema b to s (rename schema:s)
--    ! correctness, breaks-clients: renames schema b to s: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO s;

-- 3. rename schema _schema_sync_aside_1 to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema s to b: statements that still say s fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO b;

-- 4. create enum s.e (create postgres/enum:s.e)
CREATE TYPE s.e AS ENUM ('a');

-- 5. create function s.f() (create postgres/function:s.f())
CREATE FUNCTION s.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. change the default of column id of table b.t (alter table:b.t)
ALTER TABLE b.t ALTER COLUMN id SET DEFAULT s.f();

-- 7. create table s.above (create table:s.above)
CREATE TABLE s.above (
  id integer,
  e s.e
);

-- 8. create index s.above_id_idx (create index:s.above_id_idx)
CREATE INDEX above_id_idx ON s.above USING btree (id);

-- 9. create table s.goes (create table:s.goes)
CREATE TABLE s.goes (
  a integer
);

-- 10. change the type of column e of table s.t (alter table:s.t)
--    ! blocks-reads, scans-table: reads all of table s.t for values of e that are no s.e, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table s.t again, because s.t.e becomes s.e; nobody reads or writes it meanwhile
ALTER TABLE s.t ALTER COLUMN e TYPE s.e USING e::s.e;

-- 11. change the default of column more of table s.t (alter table:s.t)
ALTER TABLE s.t ALTER COLUMN more SET DEFAULT s.f();

-- 12. join the table above of table s.t (alter table:s.t)
ALTER TABLE s.t INHERIT s.above;

-- 13. create view b.over (create view:b.over)
CREATE VIEW b.over (a, n) AS
 SELECT g.a,
    1 AS n
   FROM (s.goes g
     CROSS JOIN s.above h);
