CREATE TABLE u (id serial PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), parent int REFERENCES u);
CREATE INDEX ON u (b);
CREATE TABLE other (id int PRIMARY KEY, t_id int REFERENCES u);
