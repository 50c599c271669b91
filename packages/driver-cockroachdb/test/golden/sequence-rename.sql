-- renames
-- counter=numbers

-- before
CREATE SEQUENCE public.counter MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1;
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	no INT8 NULL DEFAULT nextval('public.counter'::REGCLASS),
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE SEQUENCE public.numbers MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1;
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	no INT8 NULL DEFAULT nextval('public.numbers'::REGCLASS),
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- correctness breaks-clients: renames sequence counter to numbers: statements that still say counter fail from then on
ALTER SEQUENCE public.counter RENAME TO numbers;

-- down
-- correctness breaks-clients: renames sequence numbers to counter: statements that still say numbers fail from then on
ALTER SEQUENCE public.numbers RENAME TO counter;
