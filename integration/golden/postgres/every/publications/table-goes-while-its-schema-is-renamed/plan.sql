-- drop postgres/constraint:s.w.w_id_fkey
-- alter postgres/publication:p
--   drop-member tables.S-2.t: TABLE "S-2".t
-- rename schema:S-2 from schema:s
-- drop table:s.t

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key w_id_fkey of table s.w (drop postgres/constraint:s.w.w_id_fkey)
--    ! correctness, ends-guarantee: drops the foreign key w_id_fkey of table s.w: from then on rows come that break it, and no statement fails
ALTER TABLE s.w DROP CONSTRAINT w_id_fkey;

-- 2. rename schema s to S-2 (rename schema:S-2)
--    ! correctness, breaks-clients: renames schema s to S-2: statements that still say s fail from then on
ALTER SCHEMA s RENAME TO "S-2";

-- 3. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table S-2.t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE "S-2".t;

-- 4. drop table S-2.t (drop table:s.t)
--    ! data-loss, drops-table: drops table S-2.t with all of its rows [irreversible]
DROP TABLE "S-2".t;

-- The way down does not bring back:
--   drop table:s.t: drops table S-2.t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema S-2 to s (rename schema:s)
--    ! correctness, breaks-clients: renames schema S-2 to s: statements that still say S-2 fail from then on
ALTER SCHEMA "S-2" RENAME TO s;

-- 2. create table s.t (create table:s.t)
CREATE TABLE s.t (
  id integer NOT NULL
);

-- 3. add primary key t_pkey to table s.t (create postgres/constraint:s.t.t_pkey)
ALTER TABLE s.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- 4. add foreign key w_id_fkey to table s.w (create postgres/constraint:s.w.w_id_fkey)
--    ! blocks-writes, scans-table: reads all of table s.w for the foreign key w_id_fkey, and rows that do not comply make it fail
ALTER TABLE s.w ADD CONSTRAINT w_id_fkey FOREIGN KEY (id) REFERENCES s.t(id);

-- 5. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p ADD TABLE s.t;
