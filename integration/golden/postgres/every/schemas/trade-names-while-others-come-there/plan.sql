-- drop index:a.i
-- create postgres/comment:a.gone.table
-- create postgres/composite-type:b.e
-- create postgres/constraint:a.gone.gone_pkey
-- drop postgres/domain:a.d
-- create postgres/domain:a.d
-- drop postgres/enum:a.e
-- create postgres/enum:a.e
-- create postgres/function:a.f()
-- replace postgres/function:b.f(): the type of a result cannot be changed
-- create postgres/policy:a.gone.p
-- rename schema:a from schema:b
-- rename schema:b from schema:a
-- drop sequence:a.s
-- create sequence:a.s
-- drop table:a.gone
-- create table:a.gone
-- create table:a.i
-- create table:b.v
-- drop view:a.v
-- create view:a.v
-- replace view:b.w: it cannot stay while view:a.v is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index a.i (drop index:a.i)
--    ! slow, drops-index: drops index i: queries that used it read all of table a.t from then on
DROP INDEX a.i;

-- 2. drop domain a.d (drop postgres/domain:a.d)
--    ! correctness, drops-type: drops domain a.d: statements that name it fail from then on, casts among them
DROP DOMAIN a.d;

-- 3. drop enum a.e (drop postgres/enum:a.e)
--    ! correctness, drops-type: drops enum a.e: statements that name it fail from then on, casts among them
DROP TYPE a.e;

-- 4. drop function a.f() (replace postgres/function:b.f())
ALTER TABLE b.k ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION a.f();

-- 5. drop sequence a.s (drop sequence:a.s)
--    ! data-loss, drops-sequence: drops sequence a.s, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE a.s;

-- 6. drop table a.gone (drop table:a.gone)
--    ! data-loss, drops-table: drops table a.gone with all of its rows [irreversible]
DROP TABLE a.gone;

-- 7. drop view a.w (replace view:b.w)
DROP VIEW a.w;

-- 8. drop view a.v (drop view:a.v)
--    ! correctness, drops-view: drops view a.v: statements that use it fail from then on
DROP VIEW a.v;

-- 9. rename schema b to _schema_sync_aside_1 (rename schema:a)
ALTER SCHEMA b RENAME TO _schema_sync_aside_1;

-- 10. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 11. rename schema _schema_sync_aside_1 to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO a;

-- 12. create composite type b.e (create postgres/composite-type:b.e)
CREATE TYPE b.e AS (
  q integer
);

-- 13. create domain a.d (create postgres/domain:a.d)
CREATE DOMAIN a.d AS text;

-- 14. create enum a.e (create postgres/enum:a.e)
CREATE TYPE a.e AS ENUM ('y');

-- 15. create function a.f() (create postgres/function:a.f())
CREATE FUNCTION a.f()
 RETURNS text
 LANGUAGE sql
AS $function$select 's'::text$function$;

-- 16. create function b.f() (replace postgres/function:b.f())
CREATE FUNCTION b.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;
ALTER TABLE a.k ALTER COLUMN id SET DEFAULT b.f();

-- 17. create sequence a.s (create sequence:a.s)
CREATE SEQUENCE a.s AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 18. create table a.gone (create table:a.gone)
CREATE TABLE a.gone (
  k integer NOT NULL,
  m text
);

-- 19. comment on table a.gone (create postgres/comment:a.gone.table)
COMMENT ON TABLE a.gone IS 'comes';

-- 20. add primary key gone_pkey to table a.gone (create postgres/constraint:a.gone.gone_pkey)
ALTER TABLE a.gone ADD CONSTRAINT gone_pkey PRIMARY KEY (k);

-- 21. create policy p of table a.gone (create postgres/policy:a.gone.p)
CREATE POLICY p ON a.gone AS PERMISSIVE FOR ALL TO PUBLIC;

-- 22. create table a.i (create table:a.i)
CREATE TABLE a.i (
  z integer
);

-- 23. create table b.v (create table:b.v)
CREATE TABLE b.v (
  id integer
);

-- 24. create view a.v (create view:a.v)
CREATE VIEW a.v (q) AS
 SELECT 2 AS q;

-- 25. create view b.w (replace view:b.w)
CREATE VIEW b.w (number) AS
 SELECT count(*) AS number
   FROM b.v;

-- The way down does not bring back:
--   drop sequence:a.s: drops sequence a.s, and with it how far it has counted: one in its place begins anew
--   drop table:a.gone: drops table a.gone with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop composite type b.e (drop postgres/composite-type:b.e)
--    ! correctness, drops-type: drops composite type b.e: statements that name it fail from then on, casts among them
DROP TYPE b.e;

-- 2. drop domain a.d (drop postgres/domain:a.d)
--    ! correctness, drops-type: drops domain a.d: statements that name it fail from then on, casts among them
DROP DOMAIN a.d;

-- 3. drop enum a.e (drop postgres/enum:a.e)
--    ! correctness, drops-type: drops enum a.e: statements that name it fail from then on, casts among them
DROP TYPE a.e;

-- 4. drop function a.f() (drop postgres/function:a.f())
--    ! correctness, drops-routine: drops function a.f(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION a.f();

-- 5. drop function b.f() (replace postgres/function:a.f())
ALTER TABLE a.k ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION b.f();

-- 6. drop sequence a.s (drop sequence:a.s)
--    ! data-loss, drops-sequence: drops sequence a.s, and with it how far it has counted: one in its place begins anew [irreversible]
DROP SEQUENCE a.s;

-- 7. drop table a.gone (drop table:a.gone)
--    ! data-loss, drops-table: drops table a.gone with all of its rows [irreversible]
DROP TABLE a.gone;

-- 8. drop table a.i (drop table:a.i)
--    ! data-loss, drops-table: drops table a.i with all of its rows [irreversible]
DROP TABLE a.i;

-- 9. drop view a.v (drop view:a.v)
--    ! correctness, drops-view: drops view a.v: statements that use it fail from then on
DROP VIEW a.v;

-- 10. drop view b.w (replace view:a.w)
DROP VIEW b.w;

-- 11. drop table b.v (drop table:b.v)
--    ! data-loss, drops-table: drops table b.v with all of its rows [irreversible]
DROP TABLE b.v;

-- 12. rename schema b to _schema_sync_aside_1 (rename schema:a)
ALTER SCHEMA b RENAME TO _schema_sync_aside_1;

-- 13. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 14. rename schema _schema_sync_aside_1 to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO a;

-- 15. create index a.i (create index:a.i)
--    ! blocks-writes, builds-index: builds an index over table a.t; nobody writes to it meanwhile
CREATE INDEX i ON a.t USING btree (x);

-- 16. create domain a.d (create postgres/domain:a.d)
CREATE DOMAIN a.d AS integer;

-- 17. create enum a.e (create postgres/enum:a.e)
CREATE TYPE a.e AS ENUM ('x');

-- 18. create function a.f() (replace postgres/function:a.f())
CREATE FUNCTION a.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER TABLE b.k ALTER COLUMN id SET DEFAULT a.f();

-- 19. create sequence a.s (create sequence:a.s)
CREATE SEQUENCE a.s AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 20. create table a.gone (create table:a.gone)
CREATE TABLE a.gone (
  k integer NOT NULL
);
ALTER SEQUENCE a.s OWNED BY a.gone.k;

-- 21. comment on table a.gone (create postgres/comment:a.gone.table)
COMMENT ON TABLE a.gone IS 'goes';

-- 22. add primary key gone_pkey to table a.gone (create postgres/constraint:a.gone.gone_pkey)
ALTER TABLE a.gone ADD CONSTRAINT gone_pkey PRIMARY KEY (k);

-- 23. create policy p of table a.gone (create postgres/policy:a.gone.p)
CREATE POLICY p ON a.gone AS PERMISSIVE FOR ALL TO PUBLIC;

-- 24. create view a.v (create view:a.v)
CREATE VIEW a.v (count) AS
 SELECT count(*) AS count
   FROM a.t;

-- 25. create view a.w (replace view:a.w)
CREATE VIEW a.w (number) AS
 SELECT count(*) AS number
   FROM a.v;
