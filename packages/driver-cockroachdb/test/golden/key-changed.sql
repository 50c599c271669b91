-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	no INT8 NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	no INT8 NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (no ASC, id ASC)
);

-- up
-- slow builds-index: reads all of table users for the primary key and all indexes, which are made anew, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY (no ASC, id ASC);

-- down
-- slow builds-index: reads all of table users for the primary key and all indexes, which are made anew, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY (id ASC);
