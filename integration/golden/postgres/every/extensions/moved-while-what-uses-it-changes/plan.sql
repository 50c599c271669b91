-- create index:coming
-- drop index:going
-- alter postgres/extension:citext
--   change-schema schema: public → we"ird
-- alter postgres/function:f("we""ird"\.citext)
--   change-body body
-- drop postgres/function:g(public\.citext)
-- create table:come
-- drop table:gone
-- alter table:t
--   change-default columns.a.default: 'x'::"we""ird".citext → 'y'::"we""ird".citext
--   change-type columns.b.type: "we""ird".citext → text
--   add-column columns.c: c "we""ird".citext[]

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index going (drop index:going)
--    ! slow, drops-index: drops index going: queries that used it read all of table t from then on
DROP INDEX public.going;

-- 2. drop function g(public.citext) (drop postgres/function:g(public\.citext))
--    ! correctness, drops-routine: drops function g(public.citext): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.g(public.citext);

-- 3. drop table gone (drop table:gone)
--    ! data-loss, drops-table: drops table gone with all of its rows [irreversible]
DROP TABLE public.gone;

-- 4. move extension citext to we"ird (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema public to we"ird: statements that look for it in public fail from then on
ALTER EXTENSION citext SET SCHEMA "we""ird";

-- 5. replace function f("we""ird".citext) (alter postgres/function:f("we""ird"\.citext))
CREATE OR REPLACE FUNCTION public.f(x "we""ird".citext)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- 6. create table come (create table:come)
CREATE TABLE public.come (
  a "we""ird".citext
);

-- 7. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'y'::"we""ird".citext;

-- 8. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE text USING b::text;

-- 9. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c "we""ird".citext[];

-- 10. create index coming (create index:coming)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX coming ON public.t USING btree (a);

-- The way down does not bring back:
--   drop table:gone: drops table gone with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index coming (drop index:coming)
--    ! slow, drops-index: drops index coming: queries that used it read all of table t from then on
DROP INDEX public.coming;

-- 2. drop table come (drop table:come)
--    ! data-loss, drops-table: drops table come with all of its rows [irreversible]
DROP TABLE public.come;

-- 3. move extension citext to public (alter postgres/extension:citext)
--    ! correctness, breaks-clients: moves what extension citext brings along from schema we"ird to public: statements that look for it in we"ird fail from then on
ALTER EXTENSION citext SET SCHEMA public;

-- 4. replace function f(public.citext) (alter postgres/function:f(public\.citext))
CREATE OR REPLACE FUNCTION public.f(x public.citext)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 5. create function g(public.citext) (create postgres/function:g(public\.citext))
CREATE FUNCTION public.g(x public.citext)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 6. create table gone (create table:gone)
CREATE TABLE public.gone (
  a public.citext
);

-- 7. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 8. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::public.citext;

-- 9. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from text to public.citext, which reads stored values as public.citext: how they are written is not kept, and it fails where one is no public.citext [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes public.citext; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE public.citext USING b::public.citext;

-- 10. create index going (create index:going)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX going ON public.t USING btree (b);
