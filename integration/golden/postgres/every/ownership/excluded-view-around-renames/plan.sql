-- rename table:users from table:people
-- alter table:users
--   rename-column columns.email: mail → email
-- left alone: view tmp_mails: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO users;

-- 2. rename column mail to email of table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that still say users.mail fail from then on
ALTER TABLE public.users RENAME COLUMN mail TO email;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that still say users fail from then on
ALTER TABLE public.users RENAME TO people;

-- 2. rename column email to mail of table people (alter table:people)
--    ! correctness, breaks-clients: renames column people.email to mail: statements that still say people.email fail from then on
ALTER TABLE public.people RENAME COLUMN email TO mail;
