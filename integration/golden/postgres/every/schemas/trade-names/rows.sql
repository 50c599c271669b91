INSERT INTO a.t (other) VALUES ('wild');
INSERT INTO b.t (number, t, self) VALUES (1, 1, 1);
INSERT INTO u VALUES (1, 1, 'calm', '{wild}');
