-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	CONSTRAINT grown CHECK (age >= 18:::INT8)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	CONSTRAINT adult CHECK (age >= 18:::INT8)
);

-- up
ALTER TABLE public.users RENAME CONSTRAINT grown TO adult;

-- down
ALTER TABLE public.users RENAME CONSTRAINT adult TO grown;
