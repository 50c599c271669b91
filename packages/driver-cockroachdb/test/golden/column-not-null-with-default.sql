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
	age INT8 NOT NULL DEFAULT 18:::INT8,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ALTER COLUMN age SET DEFAULT 18:::INT8;
-- data-loss fills-nulls: sets users.age to 18:::INT8 where it is NULL
-- slow scans-table: reads all of table users for nulls in users.age, and rows that do not comply make it fail
UPDATE public.users SET age = 18:::INT8 WHERE age IS NULL;
ALTER TABLE public.users ALTER COLUMN age SET NOT NULL;

-- down
ALTER TABLE public.users ALTER COLUMN age DROP DEFAULT;
ALTER TABLE public.users ALTER COLUMN age DROP NOT NULL;
