-- before
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

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail,
	age
) AS SELECT id, mail, age FROM shop.public.users;

-- up
CREATE OR REPLACE VIEW public.mails (id, mail, age) AS SELECT id, mail, age FROM public.users;

-- down
-- correctness drops-view: drops view mails: statements that use it fail from then on
-- correctness gone-meanwhile: view mails is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP VIEW public.mails;
CREATE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;
