-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age STRING NULL DEFAULT '1':::STRING,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL DEFAULT 1:::INT8,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- data-loss converts-values: changes users.age from STRING to INT8, which may cut, round or refuse stored values
ALTER TABLE public.users ALTER COLUMN age DROP DEFAULT;
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE INT8 USING age::INT8;
ALTER TABLE public.users ALTER COLUMN age SET DEFAULT 1:::INT8;

-- down
-- data-loss converts-values: changes users.age from INT8 to STRING, which may cut, round or refuse stored values
ALTER TABLE public.users ALTER COLUMN age DROP DEFAULT;
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE STRING USING age::STRING;
ALTER TABLE public.users ALTER COLUMN age SET DEFAULT '1':::STRING;
