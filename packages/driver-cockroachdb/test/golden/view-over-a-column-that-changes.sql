-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT4 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users;

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users;

-- up
-- correctness drops-view: drops view mails: statements that use it fail from then on
-- correctness gone-meanwhile: view mails is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP VIEW public.mails;
-- slow builds-index: reads all of table users for column age, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE INT8;
CREATE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;

-- down
-- correctness drops-view: drops view mails: statements that use it fail from then on
-- correctness gone-meanwhile: view mails is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP VIEW public.mails;
-- data-loss converts-values: changes users.age from INT8 to INT4, which may cut, round or refuse stored values
ALTER TABLE public.users ALTER COLUMN age SET DATA TYPE INT4 USING age::INT4;
CREATE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;
