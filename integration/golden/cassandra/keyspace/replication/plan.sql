-- alter cassandra/keyspace:keyspace
--   change-replication replication: {'class': 'org.apache.cassandra.locator.SimpleStrategy', 'replication_factor': '1'} → {'class': 'org.apache.cassandra.locator.NetworkTopologyStrategy', 'datacenter1': '1'}
--   change-durable-writes durableWrites: false → true

-- ==== up ====
-- batch

-- 1. change how the keyspace is kept (alter cassandra/keyspace:keyspace)
--    ! correctness, moves-replicas: changes which nodes hold the rows: reads can miss rows until each node was repaired
ALTER KEYSPACE "this keyspace" WITH replication = {'class': 'org.apache.cassandra.locator.NetworkTopologyStrategy', 'datacenter1': '1'} AND durable_writes = true;

-- ==== down ====
-- batch

-- 1. change how the keyspace is kept (alter cassandra/keyspace:keyspace)
--    ! correctness, moves-replicas: changes which nodes hold the rows: reads can miss rows until each node was repaired
ALTER KEYSPACE "this keyspace" WITH replication = {'class': 'org.apache.cassandra.locator.SimpleStrategy', 'replication_factor': '1'} AND durable_writes = false;
