CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1} AND durable_writes = true; CREATE TABLE users (id int PRIMARY KEY, name text);
