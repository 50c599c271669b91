-- renames
-- users=people

-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.orders (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	buyer INT8 NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id);
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_buyer_fkey;

-- after
CREATE TABLE public.people (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.orders (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	buyer INT8 NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.people(id);
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_buyer_fkey;

-- up
-- correctness breaks-clients: renames table users to people: statements that still say users fail from then on
ALTER TABLE public.users RENAME TO people;

-- down
-- correctness breaks-clients: renames table people to users: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO users;
