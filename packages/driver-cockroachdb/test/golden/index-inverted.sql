-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	data JSONB NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	data JSONB NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INVERTED INDEX users_by_data (data)
);

-- up
-- slow builds-index: reads all of table users for index users_by_data, by a job of the server that keeps nobody from reading and writing
CREATE INVERTED INDEX users_by_data ON public.users (data);

-- down
DROP INDEX public.users@users_by_data;
