CREATE TABLE u ("key" text PRIMARY KEY, a bigint);
CREATE INDEX ON u (a);
CREATE TABLE child (u_id text REFERENCES u);
