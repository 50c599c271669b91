INSERT INTO items VALUES ('a');
