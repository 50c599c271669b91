-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	city VARCHAR(20) NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	city VARCHAR(40) NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column city, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ALTER COLUMN city SET DATA TYPE VARCHAR(40);

-- down
-- data-loss converts-values: changes users.city from VARCHAR(40) to VARCHAR(20), which may cut, round or refuse stored values
ALTER TABLE public.users ALTER COLUMN city SET DATA TYPE VARCHAR(20) USING city::VARCHAR(20);
