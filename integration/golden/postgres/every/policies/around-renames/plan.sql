-- alter postgres/policy:T.own
--   change-using using: ("Owner" IN ( SELECT members.name\n   FROM public.members\n  WHERE (members.name = t.owner))) → ("Owner" IN ( SELECT people.called\n   FROM public.people\n  WHERE (people.called = "T"."Owner")))
-- rename table:T from table:t
-- alter table:T
--   rename-column columns.Owner: owner → Owner
-- rename table:people from table:members
-- alter table:people
--   rename-column columns.called: name → called

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to T (rename table:T)
--    ! correctness, breaks-clients: renames table t to T: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "T";

-- 2. rename table members to people (rename table:people)
--    ! correctness, breaks-clients: renames table members to people: statements that still say members fail from then on
ALTER TABLE public.members RENAME TO people;

-- 3. rename column owner to Owner of table T (alter table:T)
--    ! correctness, breaks-clients: renames column T.owner to Owner: statements that still say T.owner fail from then on
ALTER TABLE public."T" RENAME COLUMN owner TO "Owner";

-- 4. rename column name to called of table people (alter table:people)
--    ! correctness, breaks-clients: renames column people.name to called: statements that still say people.name fail from then on
ALTER TABLE public.people RENAME COLUMN name TO called;

-- 5. alter policy own of table T (alter postgres/policy:T.own)
--    ! access, changes-policy: alters policy own of table T, and with it which rows somebody may see or write
ALTER POLICY own ON public."T" USING (("Owner" IN ( SELECT people.called
   FROM public.people
  WHERE (people.called = "T"."Owner"))));

-- ==== down ====
-- batch, all or nothing

-- 1. rename table people to members (rename table:members)
--    ! correctness, breaks-clients: renames table people to members: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO members;

-- 2. rename table T to t (rename table:t)
--    ! correctness, breaks-clients: renames table T to t: statements that still say T fail from then on
ALTER TABLE public."T" RENAME TO t;

-- 3. rename column called to name of table members (alter table:members)
--    ! correctness, breaks-clients: renames column members.called to name: statements that still say members.called fail from then on
ALTER TABLE public.members RENAME COLUMN called TO name;

-- 4. rename column Owner to owner of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.Owner to owner: statements that still say t.Owner fail from then on
ALTER TABLE public.t RENAME COLUMN "Owner" TO owner;

-- 5. alter policy own of table t (alter postgres/policy:t.own)
--    ! access, changes-policy: alters policy own of table t, and with it which rows somebody may see or write
ALTER POLICY own ON public.t USING ((owner IN ( SELECT members.name
   FROM public.members
  WHERE (members.name = t.owner))));
