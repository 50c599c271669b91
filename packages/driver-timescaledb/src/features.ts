/**
 * What a server of TimescaleDB can do, as kinds ask for it by name: `apache-edition` says that it has no policies, no columnstore, no continuous aggregates and no jobs. A
 * database without the extension does not know its edition.
 */
export const featuresQuery = `
SELECT 'apache-edition' AS feature
WHERE pg_catalog.current_setting('timescaledb.license', true) = 'apache'`.trim();
