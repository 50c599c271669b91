CREATE VIRTUAL TABLE places USING rtree(id, min_x, max_x, min_y, max_y);
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT);
