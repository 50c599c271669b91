CREATE TABLE readings (device uuid, at timestamp, value double, PRIMARY KEY (device, at)) WITH CLUSTERING ORDER BY (at DESC);
CREATE TABLE old (id int PRIMARY KEY);
