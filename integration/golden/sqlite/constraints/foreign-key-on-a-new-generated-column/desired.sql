CREATE TABLE names (name TEXT UNIQUE);
CREATE TABLE items (name TEXT, lowered TEXT AS (lower(name)) REFERENCES names (name));
