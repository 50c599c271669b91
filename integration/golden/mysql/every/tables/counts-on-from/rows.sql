INSERT INTO behind (name) VALUES ('a'), ('b');
INSERT INTO passed VALUES (5000);
INSERT INTO elsewhere VALUES (), ();
