-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	place VECTOR(3) NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	place VECTOR(3) NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	VECTOR INDEX users_by_place (place vector_l2_ops)
);

-- up
-- slow builds-index: reads all of table users for index users_by_place, by a job of the server that keeps nobody from reading and writing
CREATE VECTOR INDEX users_by_place ON public.users (place vector_l2_ops);

-- down
DROP INDEX public.users@users_by_place;
