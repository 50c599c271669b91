CREATE SCHEMA shop;
-- @renamed from=public.people
CREATE TABLE shop.users (id serial PRIMARY KEY, mail text UNIQUE, phone text);
CREATE INDEX users_mail_idx ON shop.users (mail);
CREATE TABLE visits (who integer REFERENCES shop.users);
