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
	changed TIMESTAMPTZ NULL DEFAULT now():::TIMESTAMPTZ ON UPDATE now():::TIMESTAMPTZ,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column changed, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN changed TIMESTAMPTZ DEFAULT now():::TIMESTAMPTZ ON UPDATE now():::TIMESTAMPTZ;

-- down
-- data-loss drops-column: drops column users.changed with all of its values
ALTER TABLE public.users DROP COLUMN changed;
