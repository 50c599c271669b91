-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	changed TIMESTAMPTZ NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	changed TIMESTAMPTZ NULL ON UPDATE now():::TIMESTAMPTZ,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ALTER COLUMN changed SET ON UPDATE now():::TIMESTAMPTZ;

-- down
ALTER TABLE public.users ALTER COLUMN changed DROP ON UPDATE;
