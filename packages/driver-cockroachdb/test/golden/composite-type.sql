-- before

-- after
CREATE TYPE public.place AS (street STRING, no INT8);
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	home public.place NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
CREATE TYPE public.place AS (street STRING, no INT8);
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  home public.place,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- down
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
DROP TYPE public.place;
