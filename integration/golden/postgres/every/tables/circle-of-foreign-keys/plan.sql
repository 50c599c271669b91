-- create postgres/constraint:egg.egg_hen_fkey
-- create postgres/constraint:egg.egg_pkey
-- create postgres/constraint:hen.hen_egg_fkey
-- create postgres/constraint:hen.hen_pkey
-- create table:egg
-- create table:hen

-- ==== up ====
-- batch, all or nothing

-- 1. create table egg (create table:egg)
CREATE TABLE public.egg (
  id integer NOT NULL,
  hen integer
);

-- 2. add primary key egg_pkey to table egg (create postgres/constraint:egg.egg_pkey)
ALTER TABLE public.egg ADD CONSTRAINT egg_pkey PRIMARY KEY (id);

-- 3. create table hen (create table:hen)
CREATE TABLE public.hen (
  id integer NOT NULL,
  egg integer
);

-- 4. add foreign key hen_egg_fkey to table hen (create postgres/constraint:hen.hen_egg_fkey)
ALTER TABLE public.hen ADD CONSTRAINT hen_egg_fkey FOREIGN KEY (egg) REFERENCES public.egg(id);

-- 5. add primary key hen_pkey to table hen (create postgres/constraint:hen.hen_pkey)
ALTER TABLE public.hen ADD CONSTRAINT hen_pkey PRIMARY KEY (id);

-- 6. add foreign key egg_hen_fkey to table egg (create postgres/constraint:egg.egg_hen_fkey)
ALTER TABLE public.egg ADD CONSTRAINT egg_hen_fkey FOREIGN KEY (hen) REFERENCES public.hen(id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key egg_hen_fkey of table egg (drop postgres/constraint:egg.egg_hen_fkey)
ALTER TABLE public.egg DROP CONSTRAINT egg_hen_fkey;

-- 2. drop foreign key hen_egg_fkey of table hen (drop postgres/constraint:hen.hen_egg_fkey)
ALTER TABLE public.hen DROP CONSTRAINT hen_egg_fkey;

-- 3. drop table egg (drop table:egg)
--    ! data-loss, drops-table: drops table egg with all of its rows [irreversible]
DROP TABLE public.egg;

-- 4. drop table hen (drop table:hen)
--    ! data-loss, drops-table: drops table hen with all of its rows [irreversible]
DROP TABLE public.hen;
