-- before

-- after
CREATE TYPE public.state AS ENUM ('new', 'it''s done');
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	state public.state NULL DEFAULT 'new':::public.state,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
CREATE TYPE public.state AS ENUM ('new', 'it''s done');
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  state public.state DEFAULT 'new':::public.state,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- down
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
DROP TYPE public.state;
