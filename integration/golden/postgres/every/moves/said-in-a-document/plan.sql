-- rename postgres/constraint:users.users_pkey from postgres/constraint:a.people.people_pkey
-- rename table:a.visits from table:visits
-- rename table:users from table:a.people

-- ==== up ====
-- batch, all or nothing

-- 1. move table public.visits to a.visits (rename table:a.visits)
--    ! correctness, breaks-clients: moves table public.visits to a.visits: statements that still say public.visits fail from then on
ALTER TABLE public.visits SET SCHEMA a;

-- 2. move table a.people to public.users (rename table:users)
--    ! correctness, breaks-clients: moves table a.people to public.users: statements that still say a.people fail from then on
ALTER TABLE a.people SET SCHEMA public;
ALTER TABLE public.people RENAME TO users;

-- 3. rename constraint people_pkey to users_pkey (rename postgres/constraint:users.users_pkey)
ALTER TABLE public.users RENAME CONSTRAINT people_pkey TO users_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. move table public.users to a.people (rename table:a.people)
--    ! correctness, breaks-clients: moves table public.users to a.people: statements that still say public.users fail from then on
ALTER TABLE public.users SET SCHEMA a;
ALTER TABLE a.users RENAME TO people;

-- 2. rename constraint users_pkey to people_pkey (rename postgres/constraint:a.people.people_pkey)
ALTER TABLE a.people RENAME CONSTRAINT users_pkey TO people_pkey;

-- 3. move table a.visits to public.visits (rename table:visits)
--    ! correctness, breaks-clients: moves table a.visits to public.visits: statements that still say a.visits fail from then on
ALTER TABLE a.visits SET SCHEMA public;
