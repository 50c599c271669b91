CREATE TABLE users (id INT NOT NULL PRIMARY KEY, facts JSON, KEY by_tag ((CAST(facts->'$.tags' AS SIGNED ARRAY))));
