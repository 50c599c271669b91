-- create postgres/constraint:app.T t.T t_pkey
-- create postgres/trigger:app.T t.search
-- create table:app.T t

-- ==== up ====
-- batch, all or nothing

-- 1. create table app.T t (create table:app.T t)
CREATE TABLE app."T t" (
  id integer NOT NULL,
  a text,
  b tsvector
);

-- 2. add primary key T t_pkey to table app.T t (create postgres/constraint:app.T t.T t_pkey)
ALTER TABLE app."T t" ADD CONSTRAINT "T t_pkey" PRIMARY KEY (id);

-- 3. create trigger search on app.T t (create postgres/trigger:app.T t.search)
CREATE TRIGGER search BEFORE INSERT OR UPDATE ON app."T t" FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('b', 'pg_catalog.english', 'a');
ALTER TABLE app."T t" DISABLE TRIGGER search;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table app.T t (drop table:app.T t)
--    ! data-loss, drops-table: drops table app.T t with all of its rows [irreversible]
DROP TABLE app."T t";
