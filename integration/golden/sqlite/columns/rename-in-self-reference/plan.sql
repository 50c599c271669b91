-- alter table:nodes
--   rename-column columns.node_id: id → node_id
--   rename-column columns.parent: up → parent

-- ==== up ====
-- batch, all or nothing

-- 1. rename column id to node_id, up to parent in table nodes (alter table:nodes)
--    ! correctness, breaks-clients: renames column nodes.id to node_id: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column nodes.up to parent: statements that use the old name fail from then on
ALTER TABLE "nodes" RENAME COLUMN "id" TO node_id;
ALTER TABLE "nodes" RENAME COLUMN "up" TO parent;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column parent to up, node_id to id in table nodes (alter table:nodes)
--    ! correctness, breaks-clients: renames column nodes.parent to up: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column nodes.node_id to id: statements that use the old name fail from then on
ALTER TABLE "nodes" RENAME COLUMN "parent" TO up;
ALTER TABLE "nodes" RENAME COLUMN "node_id" TO id;
