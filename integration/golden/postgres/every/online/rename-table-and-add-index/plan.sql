-- create index:by_name
-- rename postgres/constraint:users.users_pkey from postgres/constraint:people.people_pkey
-- rename table:users from table:people

-- ==== up ====
-- batch, all or nothing

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO users;
-- batch, all or nothing

-- 2. rename constraint people_pkey to users_pkey (rename postgres/constraint:users.users_pkey)
ALTER TABLE public.users RENAME CONSTRAINT people_pkey TO users_pkey;
-- batch, postgres/lock_timeout = 0

-- 3. create index by_name (create index:by_name)
CREATE INDEX CONCURRENTLY by_name ON public.users USING btree (name);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_name;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index by_name (drop index:by_name)
--    ! slow, drops-index: drops index by_name: queries that used it read all of table users from then on
DROP INDEX CONCURRENTLY public.by_name;
-- batch, all or nothing

-- 2. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that still say users fail from then on
ALTER TABLE public.users RENAME TO people;
-- batch, all or nothing

-- 3. rename constraint users_pkey to people_pkey (rename postgres/constraint:people.people_pkey)
ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey;
