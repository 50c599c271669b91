CREATE TABLE nodes (
  node_id INTEGER PRIMARY KEY, -- @renamed from=id
  parent INTEGER REFERENCES nodes (node_id), -- @renamed from=up
  name TEXT
);
