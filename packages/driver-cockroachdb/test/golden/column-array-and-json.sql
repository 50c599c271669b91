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
	tags STRING[] NULL,
	data JSONB NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ADD COLUMN tags STRING[];
ALTER TABLE public.users ADD COLUMN data JSONB;

-- down
-- data-loss drops-column: drops column users.data with all of its values
ALTER TABLE public.users DROP COLUMN data;
-- data-loss drops-column: drops column users.tags with all of its values
ALTER TABLE public.users DROP COLUMN tags;
