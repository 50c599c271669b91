INSERT INTO people (mail) VALUES ('a'), ('b');
INSERT INTO visits VALUES (2);
