INSERT INTO below (a) VALUES ('x');
INSERT INTO of_the_domain VALUES ('y');
