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
	note STRING NULL DEFAULT NULL::STRING,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column note, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN note STRING DEFAULT NULL::STRING;

-- down
-- data-loss drops-column: drops column users.note with all of its values
ALTER TABLE public.users DROP COLUMN note;
