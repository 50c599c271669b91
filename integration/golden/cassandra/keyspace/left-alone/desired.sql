CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}; CREATE TABLE users (id int PRIMARY KEY, name text);
