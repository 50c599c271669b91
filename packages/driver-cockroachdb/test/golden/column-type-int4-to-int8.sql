-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT4 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column age, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE INT8;

-- down
-- data-loss converts-values: changes users.age from INT8 to INT4, which may cut, round or refuse stored values
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE INT4 USING age::INT4;
