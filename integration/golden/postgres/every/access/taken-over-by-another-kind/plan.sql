-- create postgres/access:stays_closed.postgres/domain
-- create postgres/access:v.postgres/materialized-view
-- create postgres/access:w.postgres/materialized-view
-- create postgres/domain:closed
-- create postgres/domain:stays_closed
-- create postgres/domain:unused
-- drop postgres/enum:closed
-- drop postgres/enum:stays_closed
-- drop postgres/enum:unused
-- create postgres/materialized-view:v
-- create postgres/materialized-view:w
-- drop view:v
-- drop view:w

-- ==== up ====
-- batch, all or nothing

-- 1. drop enum unused (drop postgres/enum:unused)
--    ! correctness, drops-type: drops enum unused: statements that name it fail from then on, casts among them
--    ! access, changes-privileges: makes enum unused again without what was said of who may use it: nobody else
DROP TYPE public.unused;

-- 2. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
--    ! access, changes-privileges: makes view v again without what was said of who may use it: INSERT to public
DROP VIEW public.v;

-- 3. drop view w (drop view:w)
--    ! correctness, drops-view: drops view w: statements that use it fail from then on
DROP VIEW public.w;

-- 4. create domain closed (create postgres/domain:closed)
--    ! blocks-reads, scans-table: reads all of table t for values that are no closed, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because closed becomes a type of another kind; nobody reads or writes it meanwhile
--    ! access, changes-privileges: makes enum closed again without what was said of who may use it: nobody else
ALTER TYPE public.closed RENAME TO _schema_sync_old_closed;
CREATE DOMAIN public.closed AS text;
ALTER TABLE public.t ALTER COLUMN a TYPE public.closed USING a::text::public.closed;
DROP TYPE public._schema_sync_old_closed;

-- 5. create domain stays_closed (create postgres/domain:stays_closed)
--    ! blocks-reads, scans-table: reads all of table t for values that are no stays_closed, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because stays_closed becomes a type of another kind; nobody reads or writes it meanwhile
ALTER TYPE public.stays_closed RENAME TO _schema_sync_old_stays_closed;
CREATE DOMAIN public.stays_closed AS text;
ALTER TABLE public.t ALTER COLUMN b TYPE public.stays_closed USING b::text::public.stays_closed;
DROP TYPE public._schema_sync_old_stays_closed;

-- 6. set who may use domain stays_closed (create postgres/access:stays_closed.postgres/domain)
REVOKE USAGE ON TYPE public.stays_closed FROM PUBLIC;

-- 7. create domain unused (create postgres/domain:unused)
CREATE DOMAIN public.unused AS text;

-- 8. create materialized view v (create postgres/materialized-view:v)
--    ! slow, fills-materialized-view: runs the query of materialized view v
CREATE MATERIALIZED VIEW public.v (c) AS
 SELECT 1 AS c
  WITH DATA;

-- 9. set who may use materialized view v (create postgres/access:v.postgres/materialized-view)
--    ! access, changes-privileges: changes who may do what with materialized view v
GRANT SELECT ON TABLE public.v TO PUBLIC;

-- 10. create materialized view w (create postgres/materialized-view:w)
--    ! slow, fills-materialized-view: runs the query of materialized view w
CREATE MATERIALIZED VIEW public.w (c) AS
 SELECT 1 AS c
  WITH DATA;

-- 11. set who may use materialized view w (create postgres/access:w.postgres/materialized-view)
GRANT SELECT ON TABLE public.w TO PUBLIC;

-- ==== down ====
-- batch, all or nothing

-- 1. drop domain unused (drop postgres/domain:unused)
--    ! correctness, drops-type: drops domain unused: statements that name it fail from then on, casts among them
DROP DOMAIN public.unused;

-- 2. drop materialized view v (drop postgres/materialized-view:v)
--    ! correctness, drops-view: drops materialized view v: statements that use it fail from then on
DROP MATERIALIZED VIEW public.v;

-- 3. drop materialized view w (drop postgres/materialized-view:w)
--    ! correctness, drops-view: drops materialized view w: statements that use it fail from then on
DROP MATERIALIZED VIEW public.w;

-- 4. create enum closed (create postgres/enum:closed)
--    ! blocks-reads, scans-table: reads all of table t for values that are no closed, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because closed becomes a type of another kind; nobody reads or writes it meanwhile
ALTER DOMAIN public.closed RENAME TO _schema_sync_old_closed;
CREATE TYPE public.closed AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN a TYPE public.closed USING a::text::public.closed;
DROP DOMAIN public._schema_sync_old_closed;

-- 5. set who may use enum closed (create postgres/access:closed.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum closed
REVOKE USAGE ON TYPE public.closed FROM PUBLIC;

-- 6. create enum stays_closed (create postgres/enum:stays_closed)
--    ! blocks-reads, scans-table: reads all of table t for values that are no stays_closed, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because stays_closed becomes a type of another kind; nobody reads or writes it meanwhile
ALTER DOMAIN public.stays_closed RENAME TO _schema_sync_old_stays_closed;
CREATE TYPE public.stays_closed AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN b TYPE public.stays_closed USING b::text::public.stays_closed;
DROP DOMAIN public._schema_sync_old_stays_closed;

-- 7. set who may use enum stays_closed (create postgres/access:stays_closed.postgres/enum)
REVOKE USAGE ON TYPE public.stays_closed FROM PUBLIC;

-- 8. create enum unused (create postgres/enum:unused)
CREATE TYPE public.unused AS ENUM ('a', 'b');

-- 9. set who may use enum unused (create postgres/access:unused.postgres/enum)
--    ! access, changes-privileges: changes who may do what with enum unused
REVOKE USAGE ON TYPE public.unused FROM PUBLIC;

-- 10. create view v (create view:v)
CREATE VIEW public.v (c) AS
 SELECT 1 AS c;

-- 11. set who may use view v (create postgres/access:v.view)
--    ! access, changes-privileges: changes who may do what with view v
GRANT INSERT, SELECT ON TABLE public.v TO PUBLIC;

-- 12. create view w (create view:w)
CREATE VIEW public.w (c) AS
 SELECT 1 AS c;

-- 13. set who may use view w (create postgres/access:w.view)
GRANT SELECT ON TABLE public.w TO PUBLIC;
