-- before
CREATE TYPE public.state AS ENUM ('new', 'open');
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	state public.state NULL DEFAULT 'open':::public.state,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TYPE public.state AS ENUM ('new');
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	state public.state NULL DEFAULT 'new':::public.state,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ALTER COLUMN state SET DEFAULT 'new':::public.state;
ALTER TYPE public.state DROP VALUE 'open';

-- down
ALTER TYPE public.state ADD VALUE 'open';
ALTER TABLE public.users ALTER COLUMN state SET DEFAULT 'open':::public.state;
