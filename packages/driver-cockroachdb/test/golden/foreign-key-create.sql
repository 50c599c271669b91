-- before

-- after
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

-- up
CREATE TABLE public.orders (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  buyer INT8,
  CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id);

-- down
-- data-loss drops-table: drops table orders with all of its rows
DROP TABLE public.orders;
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
