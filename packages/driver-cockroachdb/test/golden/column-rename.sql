-- renames
-- users.age=users.years

-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX users_by_age (age ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	years INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX users_by_age (years ASC)
);

-- up
-- correctness breaks-clients: renames column users.age to years: statements that still say users.age fail from then on
ALTER TABLE public.users RENAME COLUMN age TO years;

-- down
-- correctness breaks-clients: renames column users.years to age: statements that still say users.years fail from then on
ALTER TABLE public.users RENAME COLUMN years TO age;
