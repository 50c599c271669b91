-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX users_grown (mail ASC) WHERE age >= 18:::INT8
);

-- up
-- slow builds-index: reads all of table users for index users_grown, by a job of the server that keeps nobody from reading and writing
CREATE INDEX users_grown ON public.users (mail ASC) WHERE age >= 18:::INT8;

-- down
DROP INDEX public.users@users_grown;
