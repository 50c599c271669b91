INSERT INTO t VALUES ('(ok,"x, y",{happy},happy)', ARRAY['(ok,,,)'::day]), (NULL, NULL);
INSERT INTO u VALUES ('ok');
