-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	"Order" INT8 NULL,
	"group" STRING NULL,
	"a ""b""" INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ADD COLUMN "Order" INT8;
ALTER TABLE public.users ADD COLUMN "group" STRING;
ALTER TABLE public.users ADD COLUMN "a ""b""" INT8;

-- down
-- data-loss drops-column: drops column users.Order with all of its values
ALTER TABLE public.users DROP COLUMN "Order";
-- data-loss drops-column: drops column users.a "b" with all of its values
ALTER TABLE public.users DROP COLUMN "a ""b""";
-- data-loss drops-column: drops column users.group with all of its values
ALTER TABLE public.users DROP COLUMN "group";
