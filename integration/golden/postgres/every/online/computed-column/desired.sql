CREATE TABLE orders (id bigint PRIMARY KEY, total integer, double integer GENERATED ALWAYS AS (total * 2) STORED);
