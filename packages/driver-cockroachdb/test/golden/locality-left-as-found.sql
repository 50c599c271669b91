-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
) LOCALITY GLOBAL;

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ADD COLUMN age INT8;

-- down
-- data-loss drops-column: drops column users.age with all of its values
ALTER TABLE public.users DROP COLUMN age;
