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
	name STRING COLLATE de NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ADD COLUMN name STRING COLLATE de;

-- down
-- data-loss drops-column: drops column users.name with all of its values
ALTER TABLE public.users DROP COLUMN name;
