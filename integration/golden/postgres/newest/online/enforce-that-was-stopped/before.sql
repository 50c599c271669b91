CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint CONSTRAINT of REFERENCES customers (id) NOT ENFORCED);
ALTER TABLE orders ADD CONSTRAINT schema_sync_new_of FOREIGN KEY (customer) REFERENCES customers (id) NOT VALID;
