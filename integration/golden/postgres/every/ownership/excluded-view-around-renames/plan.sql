-- rename table:users from table:people
-- alter table:users
--   rename-column columns.email: mail → email
-- replace view:tmp_mails: the server would have it follow a rename
-- left alone: view tmp_mails: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. drop view tmp_mails (replace view:tmp_mails)
DROP VIEW public.tmp_mails;

-- 2. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO users;

-- 3. rename column mail to email of table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that still say users.mail fail from then on
ALTER TABLE public.users RENAME COLUMN mail TO email;

-- 4. create view tmp_mails (replace view:tmp_mails)
CREATE VIEW public.tmp_mails (mail) AS
 SELECT mail
   FROM public.people
  WHERE (mail <> ''::text);

-- ==== down ====
-- batch, all or nothing

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that still say users fail from then on
ALTER TABLE public.users RENAME TO people;

-- 2. rename column email to mail of table people (alter table:people)
--    ! correctness, breaks-clients: renames column people.email to mail: statements that still say people.email fail from then on
ALTER TABLE public.people RENAME COLUMN email TO mail;
