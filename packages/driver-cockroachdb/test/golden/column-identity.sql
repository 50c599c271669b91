-- before

-- after
CREATE TABLE public.orders (
	id INT8 NOT NULL GENERATED ALWAYS AS IDENTITY,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);

-- up
CREATE TABLE public.orders (
  id INT8 NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);

-- down
-- data-loss drops-table: drops table orders with all of its rows
DROP TABLE public.orders;
