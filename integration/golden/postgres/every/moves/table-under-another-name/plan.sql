-- rename index:shop.users_mail_idx from index:people_mail_idx
-- rename postgres/constraint:shop.users.users_mail_key from postgres/constraint:people.people_mail_key
-- rename postgres/constraint:shop.users.users_pkey from postgres/constraint:people.people_pkey
-- create schema:shop
-- rename sequence:shop.users_id_seq from sequence:people_id_seq
-- rename table:shop.users from table:people
-- alter table:shop.users
--   add-column columns.phone: phone text

-- ==== up ====
-- batch, all or nothing

-- 1. create schema shop (create schema:shop)
CREATE SCHEMA shop;

-- 2. move table public.people to shop.users (rename table:shop.users)
--    ! correctness, breaks-clients: moves table public.people to shop.users: statements that still say public.people fail from then on
ALTER TABLE public.people SET SCHEMA shop;
ALTER TABLE shop.people RENAME TO users;

-- 3. rename sequence shop.people_id_seq to shop.users_id_seq (rename sequence:shop.users_id_seq)
--    ! correctness, breaks-clients: renames sequence people_id_seq to users_id_seq: statements that still say people_id_seq fail from then on
ALTER SEQUENCE shop.people_id_seq RENAME TO users_id_seq;

-- 4. add column phone of table shop.users (alter table:shop.users)
ALTER TABLE shop.users ADD COLUMN phone text;

-- 5. rename index shop.people_mail_idx to shop.users_mail_idx (rename index:shop.users_mail_idx)
ALTER INDEX shop.people_mail_idx RENAME TO users_mail_idx;

-- 6. rename constraint people_mail_key to users_mail_key (rename postgres/constraint:shop.users.users_mail_key)
ALTER TABLE shop.users RENAME CONSTRAINT people_mail_key TO users_mail_key;

-- 7. rename constraint people_pkey to users_pkey (rename postgres/constraint:shop.users.users_pkey)
ALTER TABLE shop.users RENAME CONSTRAINT people_pkey TO users_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. move table shop.users to public.people (rename table:people)
--    ! correctness, breaks-clients: moves table shop.users to public.people: statements that still say shop.users fail from then on
ALTER TABLE shop.users SET SCHEMA public;
ALTER TABLE public.users RENAME TO people;

-- 2. rename sequence users_id_seq to people_id_seq (rename sequence:people_id_seq)
--    ! correctness, breaks-clients: renames sequence users_id_seq to people_id_seq: statements that still say users_id_seq fail from then on
ALTER SEQUENCE public.users_id_seq RENAME TO people_id_seq;

-- 3. drop column phone of table people (alter table:people)
--    ! data-loss, drops-column: drops column people.phone with all of its values [irreversible]
ALTER TABLE public.people DROP COLUMN phone;

-- 4. drop schema shop (drop schema:shop)
DROP SCHEMA shop;

-- 5. rename index users_mail_idx to people_mail_idx (rename index:people_mail_idx)
ALTER INDEX public.users_mail_idx RENAME TO people_mail_idx;

-- 6. rename constraint users_mail_key to people_mail_key (rename postgres/constraint:people.people_mail_key)
ALTER TABLE public.people RENAME CONSTRAINT users_mail_key TO people_mail_key;

-- 7. rename constraint users_pkey to people_pkey (rename postgres/constraint:people.people_pkey)
ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey;
