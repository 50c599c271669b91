-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	shout STRING NULL AS (lower(mail)) STORED,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	shout STRING NULL AS (upper(mail)) STORED,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users DROP COLUMN shout;
-- slow builds-index: reads all of table users for column shout, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN shout STRING AS (upper(mail)) STORED;

-- down
ALTER TABLE public.users DROP COLUMN shout;
-- slow builds-index: reads all of table users for column shout, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN shout STRING AS (lower(mail)) STORED;
