CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text, paid boolean NOT NULL DEFAULT false, at timestamptz DEFAULT now());
