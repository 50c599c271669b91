-- drop postgres/constraint:child.child_parent_fkey
-- drop sequence:parent_id_seq
-- drop table:parent
-- drop view:both_of

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key child_parent_fkey of table child (drop postgres/constraint:child.child_parent_fkey)
--    ! correctness, ends-guarantee: drops the foreign key child_parent_fkey of table child: from then on rows come that break it, and no statement fails
ALTER TABLE public.child DROP CONSTRAINT child_parent_fkey;

-- 2. drop view both_of (drop view:both_of)
--    ! correctness, drops-view: drops view both_of: statements that use it fail from then on
DROP VIEW public.both_of;

-- 3. drop table parent (drop table:parent)
--    ! data-loss, drops-table: drops table parent with all of its rows [irreversible]
DROP TABLE public.parent;

-- The way down does not bring back:
--   drop table:parent: drops table parent with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create sequence parent_id_seq (create sequence:parent_id_seq)
CREATE SEQUENCE public.parent_id_seq AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 2. create table parent (create table:parent)
CREATE TABLE public.parent (
  id integer DEFAULT nextval('public.parent_id_seq'::regclass) NOT NULL,
  name text
);
ALTER SEQUENCE public.parent_id_seq OWNED BY public.parent.id;

-- 3. add primary key parent_pkey to table parent (create postgres/constraint:parent.parent_pkey)
ALTER TABLE public.parent ADD CONSTRAINT parent_pkey PRIMARY KEY (id);

-- 4. add foreign key child_parent_fkey to table child (create postgres/constraint:child.child_parent_fkey)
--    ! blocks-writes, scans-table: reads all of table child for the foreign key child_parent_fkey, and rows that do not comply make it fail
ALTER TABLE public.child ADD CONSTRAINT child_parent_fkey FOREIGN KEY (parent) REFERENCES public.parent(id);

-- 5. create view both_of (create view:both_of)
CREATE VIEW public.both_of (name) AS
 SELECT p.name
   FROM (public.parent p
     JOIN public.child c ON ((c.parent = p.id)));
