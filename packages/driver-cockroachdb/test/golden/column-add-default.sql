-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	joined TIMESTAMPTZ NOT NULL DEFAULT now():::TIMESTAMPTZ,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column joined, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN joined TIMESTAMPTZ NOT NULL DEFAULT now():::TIMESTAMPTZ;

-- down
-- data-loss drops-column: drops column users.joined with all of its values
ALTER TABLE public.users DROP COLUMN joined;
