/**
 * What a server of TimescaleDB can do, as kinds ask for it by name: `apache-edition` says that it has no policies, no columnstore, no continuous aggregates and no jobs;
 * `extension-missing` that this database does not have the extension yet, and so does not know its edition either.
 */
export const featuresQuery = `
SELECT 'apache-edition' AS feature
WHERE pg_catalog.current_setting('timescaledb.license', true) = 'apache'
UNION ALL
SELECT 'extension-missing'
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extname = 'timescaledb')`.trim();
