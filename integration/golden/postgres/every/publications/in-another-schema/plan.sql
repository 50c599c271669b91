-- create postgres/constraint:app.a b.a b_pkey
-- create postgres/publication:p
-- create table:app.a b

-- ==== up ====
-- batch, all or nothing

-- 1. create table app.a b (create table:app.a b)
CREATE TABLE app."a b" (
  id integer NOT NULL
);

-- 2. add primary key a b_pkey to table app.a b (create postgres/constraint:app.a b.a b_pkey)
ALTER TABLE app."a b" ADD CONSTRAINT "a b_pkey" PRIMARY KEY (id);

-- 3. create publication p (create postgres/publication:p)
CREATE PUBLICATION p FOR TABLE app."a b", app.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (drop postgres/publication:p)
--    ! correctness, drops-publication: drops publication p: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION p;

-- 2. drop table app.a b (drop table:app.a b)
--    ! data-loss, drops-table: drops table app.a b with all of its rows [irreversible]
DROP TABLE app."a b";
