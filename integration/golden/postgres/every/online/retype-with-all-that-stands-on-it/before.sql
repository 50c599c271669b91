CREATE TABLE sums (total int PRIMARY KEY);
CREATE TABLE orders (id int, total int NOT NULL DEFAULT 7, note text, CONSTRAINT positive CHECK (total > 0), CONSTRAINT known FOREIGN KEY (total) REFERENCES sums, CONSTRAINT once UNIQUE (total, id) INCLUDE (note) DEFERRABLE);
ALTER TABLE orders ADD CONSTRAINT later CHECK (total < id * 1000);
CREATE INDEX by_total ON orders ((total + 1), note) INCLUDE (total);
COMMENT ON INDEX by_total IS 'sums';
COMMENT ON COLUMN orders.total IS 'the sum';
CREATE VIEW notes AS SELECT id, note FROM orders;
